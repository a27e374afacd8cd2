import type { Excerpt, Quote, Span } from '../core/quote';
import { BARRIER_SIGN, letterOf, SKIPPED } from './letters';
import type { Outcome } from './outcome';

/** The longest passage an Excerpt may stand for, in characters: start and end farther apart belong to others. */
export const LONGEST_PASSAGE = 2500;
/** Characters times Quotes up to which it costs less to look for each one letter for letter than to index the text. */
const SOON_SCANNED = 4_000_000;
/** To take the dress off a text costs as much as looking for so many. */
const BARING = 20;
/** So many are looked for between two chances to pause. */
const AT_ONCE = 8;

/**
 * Finds what stands letter for letter in all of its context, and nowhere else in whatever dress: nothing has to be weighed
 * then. Only white space may be more or less of it.
 * @returns for each its outcome; `null` when it is not as plain as that, or the text is too long to be scanned for each
 */
export function* plainly(text: string, wanted: readonly (Quote | Excerpt)[]): Generator<void, (Outcome | null)[]> {
  if (text.length * (wanted.length + BARING) > SOON_SCANNED) return wanted.map(() => null);
  const verbatim = verbatimIn(text);
  const outcomes: (Outcome | null)[] = [];
  for (const one of wanted) {
    if (outcomes.length % AT_ONCE === 0) yield;
    const span = verbatim(one);
    outcomes.push(span && { kind: 'found', span });
  }
  return outcomes;
}

/** @returns where one stands that is as plain as that */
export function verbatimIn(text: string): (one: Quote | Excerpt) => Span | null {
  const bare = bareOf(text);
  const standsOnce = (words: string): boolean => {
    const sought = bareOf(words);
    const at = bare.indexOf(sought);
    return sought !== '' && at >= 0 && bare.indexOf(sought, at + 1) < 0;
  };
  const placeOf = (prefix: string, words: string, suffix: string): Span | null => {
    if (!standsOnce(prefix + words + suffix)) return null;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      const end = at + words.length;
      if (agrees(text, at - 1, prefix, -1) && agrees(text, end, suffix, 1)) return { start: at, end };
    }
    return null;
  };
  /** One end of a passage; its context is only a few words, and so less of a proof. */
  const endOf = (prefix: string, words: string, suffix: string): Span | null =>
    isPlain(words) && (hasWords(prefix + suffix) || standsOnce(words)) ? placeOf(prefix, words, suffix) : null;
  return (one) => {
    if ('exact' in one) return isPlain(one.exact) ? placeOf(one.prefix, one.exact, one.suffix) : null;
    const first = endOf(one.prefix, one.start, '');
    const last = first && endOf('', one.end, one.suffix);
    if (!last || last.start < first.start || last.end < first.end || last.end - first.start > LONGEST_PASSAGE)
      return null;
    const passage = text.slice(first.start, last.end);
    const isNearest = passage.lastIndexOf(one.start) === 0 && passage.indexOf(one.end) === last.start - first.start;
    return isNearest && !passage.includes(BARRIER_SIGN) ? { start: first.start, end: last.end } : null;
  };
}

/** A text without its dress: only letters and digits, and of those what they are without marks. */
const bareOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^a-z\d]+/gi, '')
    .toLowerCase();

/** Whether a context is more than one word. */
const hasWords = (context: string): boolean => context.trim().includes(' ');

/** Whether the outermost characters are whole letters, or signs by themselves. */
const isPlain = (words: string): boolean =>
  words !== '' &&
  bareOf(words) !== '' &&
  [words.charCodeAt(0), words.charCodeAt(words.length - 1)].every(
    (code) => !isSpace(code) && !isHalf(code) && letterOf(code) !== SKIPPED,
  );

/** Whether a context stands at an offset of the text, read from the words outwards, up to where no word goes on. */
function agrees(text: string, at: number, context: string, step: 1 | -1): boolean {
  let i = step === 1 ? 0 : context.length - 1;
  let k = at;
  if (letterOf(text.charCodeAt(k)) === SKIPPED) return false;
  // Not every context was kept with the white space between.
  while (isSpace(context.charCodeAt(i))) i += step;
  while (i >= 0 && i < context.length && isSpace(text.charCodeAt(k))) k += step;
  while (i >= 0 && i < context.length) {
    if (isSpace(context.charCodeAt(i))) {
      if (!isSpace(text.charCodeAt(k))) return false;
      while (isSpace(context.charCodeAt(i))) i += step;
      while (isSpace(text.charCodeAt(k))) k += step;
    } else {
      if (context.charCodeAt(i) !== text.charCodeAt(k)) return false;
      i += step;
      k += step;
    }
  }
  return isEdge(text.charCodeAt(k)) || isSpace(text.charCodeAt(k - step));
}

/** Whether no word goes on with this character; `NaN` is that beyond the text. What is not plainly so is left to the index. */
function isEdge(code: number): boolean {
  if (Number.isNaN(code) || code === BARRIER_SIGN.charCodeAt(0)) return true;
  return code < 0x80 && letterOf(code) < 16;
}

const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);

const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
