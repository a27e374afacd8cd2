import type { Span } from '../core/quote';
import { type Alignment, EQUAL, GONE, MENDED } from './align';
import { LIGATURE, LIGATURES, letterOf, SEPARATOR } from './letters';
import type { Query } from './query';
import type { TextIndex } from './text-index';
import type { Tokens } from './tokens';

/**
 * The characters of a place: its outer words, or the quoted parts of them, with the signs that are quoted with them.
 * @param alignment `null` where the text has the query word for word.
 */
export function edgesOf(
  index: TextIndex,
  query: Query,
  place: { from: number; to: number },
  alignment: Alignment | null,
): Span {
  const { first, last } = query;
  const q = query.tokens;
  const p = index.tokens;
  let start = p.start[place.from] as number;
  let end = p.end[place.to] as number;
  const cutStart = query.from - (q.start[first] as number);
  const cutEnd = (q.end[last - 1] as number) - query.to;
  if (cutStart > 0) {
    const word = wordFor(alignment, first, place.from);
    if (word >= 0) {
      start = afterLetters(p, word, lettersBetween(q, alignment, first, query.from));
      while (start < end && lettersIn(p.text, start) === 0) start++;
    }
  } else if (cutStart < 0) {
    const outside = first > 0 ? (q.end[first - 1] as number) : 0;
    const limit = place.from > 0 ? (p.end[place.from - 1] as number) : 0;
    start -= signs(reverse(q.text.slice(outside, q.start[first])), -cutStart, reverse(p.text.slice(limit, start)));
  }
  if (cutEnd > 0) {
    const word = wordFor(alignment, last - 1, place.to);
    if (word >= 0) end = afterLetters(p, word, lettersBetween(q, alignment, last - 1, query.to));
  } else if (cutEnd < 0) {
    const outside = last < q.count ? (q.start[last] as number) : q.text.length;
    const limit = place.to + 1 < p.count ? (p.start[place.to + 1] as number) : p.text.length;
    end += signs(q.text.slice(q.end[last - 1], outside), -cutEnd, p.text.slice(end, limit));
  }
  if (alignment?.kind[first] === GONE) {
    let left = first;
    while (left < last - 1 && alignment.kind[left] === GONE) left++;
    const limit = place.from > 0 ? (p.end[place.from - 1] as number) : 0;
    const quoted = q.text.slice(query.from, q.start[left]);
    const whole = p.start[place.from] as number;
    if (alignment.kind[left] === EQUAL && alignment.at[left] === place.from)
      start = whole - signs(reverse(quoted), quoted.length, reverse(p.text.slice(limit, whole)));
  }
  if (alignment?.kind[last - 1] === GONE) {
    // The signs after the last word that is left were quoted with those that are gone.
    let left = last - 1;
    while (left > first && alignment.kind[left] === GONE) left--;
    const limit = place.to + 1 < p.count ? (p.start[place.to + 1] as number) : p.text.length;
    const quoted = q.text.slice(q.end[left], query.to);
    const whole = p.end[place.to] as number;
    if (alignment.kind[left] === EQUAL && alignment.upto[left] === place.to)
      end = whole + signs(quoted, quoted.length, p.text.slice(whole, limit));
  }
  while (start < end && isSpace(p.text, start)) start++;
  while (end > start && isSpace(p.text, end - 1)) end--;
  return { start, end };
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text.charAt(at));

/** The text's word for an outer word of the query; -1 where another one stands for it. */
function wordFor(alignment: Alignment | null, word: number, whole: number): number {
  if (!alignment) return whole;
  return (alignment.kind[word] as number) >= MENDED ? (alignment.at[word] as number) : -1;
}

const reverse = (text: string): string => Array.from(text).reverse().join('');

/** How many letters of a word of the query (and of those merged into one with it in the text) stand before an offset. */
function lettersBetween(tokens: Tokens, alignment: Alignment | null, word: number, offset: number): number {
  let from = word;
  while (alignment && from > 0 && alignment.kind[from - 1] && alignment.at[from - 1] === alignment.at[word]) from--;
  let letters = 0;
  for (let i = tokens.start[from] as number; i < offset; i++) letters += lettersIn(tokens.text, i);
  return letters;
}

/** The offset after so many letters from the beginning of a word of the text on. */
function afterLetters(tokens: Tokens, word: number, letters: number): number {
  let offset = tokens.start[word] as number;
  for (let left = letters; left > 0 && offset < tokens.text.length; offset++) left -= lettersIn(tokens.text, offset);
  while (offset < tokens.text.length && isMark(tokens.text, offset)) offset++;
  return offset;
}

function lettersIn(text: string, at: number): number {
  const letter = letterOf(text.charCodeAt(at));
  return letter === LIGATURE ? (LIGATURES[text.charAt(at)]?.length ?? 1) : letter > 15 || letter === 3 ? 1 : 0;
}

/** Signs in one class are one sign in different dress. */
const CLASSES = [
  '\'\u2018\u2019\u201A\u201B\u2032\u02BC\u00B4`"\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\u2039\u203A',
  '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212',
];

/**
 * How many characters of `there`, the signs beside a word in the text, are the first `quoted` ones of `here`, the signs
 * beside it in the query. White space that is quoted last is left out.
 */
function signs(here: string, quoted: number, there: string): number {
  const list = plainSigns(there);
  let taken = 0;
  let next = 0;
  for (const { plain } of plainSigns(here.slice(0, quoted))) {
    const found = list.findIndex((sign, k) => k >= next && sign.plain === plain);
    if (found < 0) continue;
    next = found + 1;
    taken = list[found]?.end ?? taken;
  }
  return taken;
}

interface Sign {
  plain: string;
  end: number;
}

/** The signs of a text in plain form, white space left out: an ellipsis is three dots, several dashes one. */
function plainSigns(text: string): Sign[] {
  const list: Sign[] = [];
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (/\s/.test(sign) || letterOf(text.charCodeAt(i)) !== SEPARATOR) continue;
    const kind = CLASSES.findIndex((signsOfClass) => signsOfClass.includes(sign));
    if (sign === '\u2026') {
      for (let dot = 0; dot < 3; dot++) list.push({ plain: '.', end: i + 1 });
    } else if (kind === 1 && list.at(-1)?.plain === '1') (list.at(-1) as Sign).end = i + 1;
    else list.push({ plain: kind < 0 ? sign : String(kind), end: i + 1 });
  }
  return list;
}

function isMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x300 && code <= 0x36f;
}
