/** What a code unit is to a word: it ends it, it is skipped, it is a word by itself, or else it is a letter of it. */
export const SEPARATOR = 1;
export const SKIPPED = 2;
/** First half of a pair, or a sign of a script that writes no spaces: a word of its own. */
export const ALONE = 3;
/** Wherever page text is put out of line (see PageText): a word that equals no word. */
export const BARRIER = 4;
/** Several letters in one sign, to be looked up in LIGATURES. */
export const LIGATURE = 5;

/** The sign between the article's text and what stands in boxes beside it. */
export const BARRIER_SIGN = '\uFFFC';

/** Signs that stand for several plain letters. */
export const LIGATURES: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
};

/** Letters with a stroke: no normal form takes it off. */
const STROKED: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ø: 'o', ł: 'l', ħ: 'h', ı: 'i', ŧ: 't', ƀ: 'b' };

type CodeRange = readonly [from: number, to: number];

/** Marks, soft hyphen, zero-width and direction signs: they change no word. */
const SKIPPED_RANGES: readonly CodeRange[] = [
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x591, 0x5bd],
  [0x610, 0x61c],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x20d0, 0x20ff],
  [0x3099, 0x309a],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xfeff, 0xfeff],
];

const SEPARATOR_RANGES: readonly CodeRange[] = [
  [0x80, 0xa9],
  [0xab, 0xb4],
  [0xb6, 0xb9],
  [0xbb, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x2b0, 0x2ff],
  [0x37e, 0x37e],
  [0x55a, 0x55f],
  [0x589, 0x58a],
  [0x5be, 0x5be],
  [0x5f3, 0x5f4],
  [0x60c, 0x60d],
  [0x61b, 0x61f],
  [0x6d4, 0x6d4],
  [0x964, 0x965],
  [0x1680, 0x1680],
  [0x180e, 0x180e],
  [0x2000, 0x2bff],
  [0x2e00, 0x2e7f],
  [0x3000, 0x303f],
  [0x30fb, 0x30fb],
  [0xfe10, 0xfe6f],
  [0xff00, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
  [0xffe0, 0xffff],
];

/** Thai, Lao, Burmese, Khmer, kana, ideographs, and first halves of surrogate pairs. */
const ALONE_RANGES: readonly CodeRange[] = [
  [0xe00, 0xeff],
  [0x1000, 0x109f],
  [0x1780, 0x17ff],
  [0x3040, 0x30ff],
  [0x3400, 0x9fff],
  [0xd800, 0xdbff],
  [0xf900, 0xfaff],
];

/** Hangul syllables: taken apart they would lose all but their first sign. */
const WHOLE: CodeRange = [0xac00, 0xd7a3];

const isIn = (ranges: readonly CodeRange[], code: number): boolean =>
  ranges.some(([from, to]) => code >= from && code <= to);

/** For each code unit met so far what `letterOf` says of it; 0 is not yet known. */
export const letters = new Uint16Array(0x10000);

/** The kind of a code unit, or (from 16 up) the letter it is compared as: small, without its marks. */
export function letterOf(code: number): number {
  return letters[code] || learn(code);
}

function learn(code: number): number {
  const letter = lookUp(code);
  letters[code] = letter;
  return letter;
}

function lookUp(code: number): number {
  const sign = String.fromCharCode(code);
  // Nearly all of a text, without a look into the tables below or the browser's own.
  if (code < 0x80) return /[a-z\d]/i.test(sign) ? sign.toLowerCase().charCodeAt(0) : SEPARATOR;
  if (sign === BARRIER_SIGN) return BARRIER;
  if (isIn(SKIPPED_RANGES, code)) return SKIPPED;
  if (isIn(SEPARATOR_RANGES, code)) return SEPARATOR;
  if (isIn(ALONE_RANGES, code)) return ALONE;
  if (code >= 0xdc00 && code <= 0xdfff) return SKIPPED;
  if (LIGATURES[sign]) return LIGATURE;
  if (isIn([WHOLE], code)) return code;
  const small = sign.toLowerCase();
  const base = small.normalize(code >= 0xff00 ? 'NFKD' : 'NFD').charAt(0);
  return (STROKED[base] ?? base).charCodeAt(0);
}
