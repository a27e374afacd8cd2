import type { Span } from '../core/quote';
import { type Alignment, EQUAL, GONE, MENDED } from './align';
import { endsSentence } from './importance';
import { LIGATURE, LIGATURES, letterOf, SEPARATOR } from './letters';
import type { Query } from './query';
import type { TextIndex } from './text-index';
import type { Tokens } from './tokens';

/**
 * The characters of a place: its outer words, or the quoted parts of them, with the signs that are quoted with them.
 * @param alignment `null` where the text has the query word for word.
 */
export function edgesOf(
  { tokens }: TextIndex,
  query: Query,
  place: { from: number; to: number },
  alignment: Alignment | null,
): Span {
  let start = edgeOf(tokens, query, place.from, alignment, 1);
  let end = edgeOf(tokens, query, place.to, alignment, -1);
  while (start < end && isSpace(tokens.text, start)) start++;
  while (end > start && isSpace(tokens.text, end - 1)) end--;
  return { start, end };
}

/** Where a place begins (`step` 1) with one of the text's words, or ends (-1). */
function edgeOf(page: Tokens, query: Query, outer: number, alignment: Alignment | null, step: 1 | -1): number {
  const { tokens, first, last } = query;
  const offset = (of: Tokens, word: number) => (step === 1 ? of.start : of.end)[word] as number;
  const outermost = step === 1 ? first : last - 1;
  const kindOf = (word: number) => alignment?.kind[word] ?? EQUAL;
  // The signs beside the outermost word that is left were quoted with those that are gone.
  let word = outermost;
  while (kindOf(word) === GONE && first <= word + step && word + step < last) word += step;
  const isHere = kindOf(word) === EQUAL && (step === 1 ? alignment?.at : alignment?.upto)?.[word] === outer;
  if (!isHere) word = outermost;
  const whole = offset(page, outer);
  const quoted = step === 1 ? query.from : query.to;
  const inside = (quoted - offset(tokens, word)) * step;
  if (inside > 0) {
    if (kindOf(word) < MENDED) return whole;
    let at = afterLetters(page, alignment?.at[word] ?? outer, lettersBetween(tokens, alignment, word, quoted));
    // A hyphen or a soft one at a beginning inside a word is none of the quoted letters.
    if (step === 1) while (at < page.text.length && lettersIn(page.text, at) === 0) at++;
    return at;
  }
  if (inside === 0) return whole;
  const neighbour = outer - step;
  // Of whole sentences that are gone the signs went with them.
  const isNext = word !== outermost && endsSentence(tokens, step === 1 ? word : word + 1);
  if (step === 1) {
    const limit = neighbour >= 0 ? (page.end[neighbour] as number) : 0;
    const there = page.text.slice(limit, whole);
    const here = tokens.text.slice(quoted, offset(tokens, word));
    return whole - signs(reverse(isNext ? here.replace(/^.*\s/s, '') : here), reverse(there));
  }
  const limit = neighbour < page.count ? page.start[neighbour] : page.text.length;
  const here = tokens.text.slice(offset(tokens, word), quoted);
  return whole + signs(isNext ? here.replace(/\s.*$/s, '') : here, page.text.slice(whole, limit));
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text.charAt(at));

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
 * How many characters of `there`, the signs beside a word in the text, are those of `here`, the ones quoted beside it.
 * White space that is quoted last is left out.
 */
function signs(here: string, there: string): number {
  const list = plainSigns(there);
  let taken = 0;
  let next = 0;
  for (const { plain } of plainSigns(here)) {
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
