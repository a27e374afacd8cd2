import { COLORS, type Color } from '../core/annotation';
import type { Settings } from '../core/settings';
import { library } from './library';

const NO_MEANINGS: Settings['meanings'] = { yellow: '', green: '', blue: '', pink: '', purple: '' };
export const DEFAULTS: Settings = {
  toolbar: true,
  askFirst: true,
  terms: false,
  meanings: NO_MEANINGS,
  language: null,
};

export async function readSettings(): Promise<Settings> {
  const [toolbar, askFirst, terms, meanings, language] = await library.settings.bulkGet([
    'toolbar',
    'askFirst',
    'terms',
    'meanings',
    'language',
  ]);
  return {
    toolbar: typeof toolbar?.value === 'boolean' ? toolbar.value : DEFAULTS.toolbar,
    askFirst: typeof askFirst?.value === 'boolean' ? askFirst.value : DEFAULTS.askFirst,
    terms: typeof terms?.value === 'boolean' ? terms.value : DEFAULTS.terms,
    meanings: readMeanings(meanings?.value),
    language: typeof language?.value === 'string' ? language.value : DEFAULTS.language,
  };
}

export async function changeSetting<Name extends keyof Settings>(name: Name, value: Settings[Name]): Promise<void> {
  await library.settings.put({ name, value });
}

/** Names a colour. @returns what it was called before */
export function nameColor(color: Color, meaning: string): Promise<string> {
  return library.transaction('rw', library.settings, async () => {
    const { meanings } = await readSettings();
    await changeSetting('meanings', { ...meanings, [color]: meaning });
    return meanings[color];
  });
}

function readMeanings(value: unknown): Settings['meanings'] {
  const kept = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const meanings = { ...NO_MEANINGS };
  for (const color of COLORS) {
    const meaning = kept[color];
    if (typeof meaning === 'string') meanings[color] = meaning;
  }
  return meanings;
}
