import type english from '../../_locales/en/messages.json';

/**
 * The words of the interface, from `_locales` (Chrome's message format, one file a language). A message names what is
 * put into it in braces, `{count} of {total}`. One that depends on a count stands once for each plural category of its
 * language (CLDR), its key ending in `_one`, `_other` …, as `Intl.PluralRules` names them.
 */
export type Key = keyof typeof english;
/** What a key begins with that has a message for each plural category. */
export type CountedKey = Key extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;
/** Numbers are written as the language writes them. */
export type Values = Record<string, string | number>;
/** Messages by key, as in a file of `_locales`. */
export type Messages = Record<string, { message: string }>;

/** The browser's own choice of the files in `_locales`: synchronous, in pages of the extension and on pages of the site. */
interface BrowserWords {
  getMessage(key: string): string;
  getUILanguage(): string;
}
const words = (globalThis as { chrome?: { i18n?: BrowserWords } }).chrome?.i18n;

let chosen: Messages | null = null;
let formats: Formats | null = null;

interface Formats {
  locale: string;
  spoken: string;
  /** Not there before they are needed: the first of each takes a page several milliseconds. */
  plural?: Intl.PluralRules;
  number?: Intl.NumberFormat;
}

/** Languages with digits of their own. */
const OWN_DIGITS = /^(ar|bn|fa|mr|my|ne|ur)\b/;

/** Takes these messages from now on; `null`: those of the browser's language. */
export function useMessages(messages: Messages | null): void {
  chosen = messages;
  formats = null;
}

/** The message of a key, with these values put in. */
export function t(key: Key, values: Values = {}): string {
  return raw(key).replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? numeral(value) : (value ?? slot);
  });
}

/** The message for a count, `{count}` in it. */
export function counted(stem: CountedKey, count: number, values: Values = {}): string {
  return t(`${stem}_${pluralOf(count)}` as Key, { count, ...values });
}

/**
 * A message in parts, with what is no text (a button, a link) put in where it names it.
 *
 * @returns the parts in order, for a place that takes a list of children
 */
export function woven<Part>(key: Key, parts: Record<string, Part>): (string | Part)[] {
  return t(key)
    .split(/\{(\w+)\}/)
    .map((piece, i) => (i % 2 === 0 ? piece : (parts[piece] ?? piece)));
}

/** The locale (BCP 47) for dates and numbers: the browser's own where its language is the one we speak. */
export const locale = (): string => formatsNow().locale;

/** Which way the language is written. */
export const direction = (): 'ltr' | 'rtl' => (raw('direction') === 'rtl' ? 'rtl' : 'ltr');

/** The language spoken (BCP 47), as its own file names it. */
export const language = (): string => raw('language');

/** The browser's messages that were asked for: it looks each up anew. */
const heard = new Map<Key, string>();

function raw(key: Key): string {
  if (chosen) return chosen[key]?.message || key;
  const known = heard.get(key);
  if (known !== undefined) return known;
  try {
    const said = words?.getMessage(key) || key;
    heard.set(key, said);
    return said;
  } catch {
    // In Chromium a script outlives its extension's update, and is told nothing any more.
    return key;
  }
}

/** Has messages ready for when the browser gives none any more, as after an update of the extension. */
export function hearAhead(...keys: Key[]): void {
  for (const key of keys) raw(key);
}

function formatsNow(): Formats {
  if (formats) return formats;
  const spoken = words || chosen ? language() : 'en';
  const browsers = words?.getUILanguage() ?? spoken;
  const locale = browsers.split('-')[0] === spoken.split('-')[0] ? browsers : spoken;
  formats = { locale, spoken };
  return formats;
}

function pluralOf(count: number): string {
  const now = formatsNow();
  now.plural ??= new Intl.PluralRules(now.spoken);
  return now.plural.select(count);
}

function numeral(value: number): string {
  const now = formatsNow();
  // "3 of 16" is written alike wherever the digits are 0 to 9.
  if (Number.isInteger(value) && value >= 0 && value < 1000 && !OWN_DIGITS.test(now.locale)) return String(value);
  now.number ??= new Intl.NumberFormat(now.locale);
  return now.number.format(value);
}
