import type { Settings } from '../core/settings';
import { library } from './library';

export const DEFAULTS: Settings = { toolbar: true, askFirst: true };

export async function readSettings(): Promise<Settings> {
  const [toolbar, askFirst] = await library.settings.bulkGet(['toolbar', 'askFirst']);
  return {
    toolbar: typeof toolbar?.value === 'boolean' ? toolbar.value : DEFAULTS.toolbar,
    askFirst: typeof askFirst?.value === 'boolean' ? askFirst.value : DEFAULTS.askFirst,
  };
}

export async function changeSetting<Name extends keyof Settings>(name: Name, value: Settings[Name]): Promise<void> {
  await library.settings.put({ name, value });
}
