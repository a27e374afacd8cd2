import { COLORS, type Color } from '../core/annotation';
import type { Settings } from '../core/settings';
import { library } from './library';

const NO_MEANINGS: Settings['meanings'] = { yellow: '', green: '', blue: '', pink: '', purple: '' };
export const DEFAULTS: Settings = {
  showClaims: true,
  showEchoes: true,
  showHighlights: true,
  toolbar: true,
  toolbarOffOn: [],
  askFirst: true,
  terms: false,
  meanings: NO_MEANINGS,
  language: null,
};

export async function readSettings(): Promise<Settings> {
  const rows = await library.settings.bulkGet(Object.keys(DEFAULTS));
  const kept = new Map(rows.flatMap((row) => (row ? [[row.name, row.value]] : [])));
  const flag = (name: keyof Settings): boolean => {
    const value = kept.get(name);
    return typeof value === 'boolean' ? value : DEFAULTS[name] === true;
  };
  const language = kept.get('language');
  const offOn = kept.get('toolbarOffOn');
  return {
    showClaims: flag('showClaims'),
    showEchoes: flag('showEchoes'),
    showHighlights: flag('showHighlights'),
    toolbar: flag('toolbar'),
    toolbarOffOn: Array.isArray(offOn) ? offOn.filter((host) => typeof host === 'string') : [],
    askFirst: flag('askFirst'),
    terms: flag('terms'),
    meanings: readMeanings(kept.get('meanings')),
    language: typeof language === 'string' ? language : null,
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
