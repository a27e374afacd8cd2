/** A text with its dress taken off, and for every code unit of it the place in the original it came from. */
export interface FoldedText {
  text: string;
  /** Start and end (exclusive) offset in the original of each code unit of `text`. */
  starts: Uint32Array;
  ends: Uint32Array;
}

/** What typography, templates and copy desks change without changing a word. Case and diacritics are words' own. */
const PLAIN: Record<string, string> = {
  ...each("'", '\u2018\u2019\u201A\u201B\u2032\u02BC\u00B4`'),
  ...each('"', '\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB'),
  ...each('-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212'),
  ...each(
    '',
    '\u00AD\u200B\u200C\u200D\u2060\uFEFF\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069',
  ),
  '\u2026': '...',
};

function each(plain: string, dressed: string): Record<string, string> {
  return Object.fromEntries(Array.from(dressed, (char) => [char, plain]));
}

const SPACE = /\s/u;
const MARK = /^\p{M}$/u;

/**
 * Folds a text: runs of white space to one space, quotation marks, dashes and ellipses to their plain form, soft
 * hyphens, zero-width and direction characters away, letters with their marks to NFC.
 */
export function fold(original: string): FoldedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (folded: string, start: number, end: number) => {
    for (let i = 0; i < folded.length; i++) {
      units.push(folded.charAt(i));
      starts.push(start);
      ends.push(end);
    }
  };
  let at = 0;
  while (at < original.length) {
    const start = at;
    const char = String.fromCodePoint(original.codePointAt(at) ?? 0);
    at += char.length;
    if (SPACE.test(char) && char !== '\uFEFF') {
      if (units.at(-1) !== ' ') put(' ', start, at);
      continue;
    }
    const plain = PLAIN[char];
    if (plain !== undefined) {
      put(plain, start, at);
      continue;
    }
    if (original.charCodeAt(at) < 0x300 || Number.isNaN(original.charCodeAt(at))) {
      put(char.charCodeAt(0) < 0x80 ? char : char.normalize('NFC'), start, at);
      continue;
    }
    while (at < original.length && MARK.test(original.charAt(at))) at++;
    put(original.slice(start, at).normalize('NFC'), start, at);
  }
  return { text: units.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}
