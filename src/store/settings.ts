import type { Settings } from '../core/settings';
import { library } from './library';

export const DEFAULTS: Settings = { toolbar: true };

export async function readSettings(): Promise<Settings> {
  const toolbar = await library.settings.get('toolbar');
  return { toolbar: typeof toolbar?.value === 'boolean' ? toolbar.value : DEFAULTS.toolbar };
}

export async function changeSetting<Name extends keyof Settings>(name: Name, value: Settings[Name]): Promise<void> {
  await library.settings.put({ name, value });
}
