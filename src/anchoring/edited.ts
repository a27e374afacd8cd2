import type { Quote } from '../core/quote';
import { type FoldedText, fold } from './fold';

/** So many characters of what stood on either side have to stand there still, and only there. */
const EDGE = 24;
/** What stands there now may be so many times as long, or as short, as what stood there. */
const GROWTH = 2.5;
/** So large a part of the words has to be the same: else these are other words, and not edited ones. */
const SAME = 0.5;

/**
 * The words that stand where each quote stood, between what stood before and after it; `null` where that cannot be
 * told. For the reader to compare: nothing is ever painted on them.
 */
export function findEdited(text: string, quotes: readonly Quote[]): (string | null)[] {
  if (quotes.length === 0) return [];
  const page = fold(text);
  return quotes.map((quote) => editedOne(text, page, quote));
}

function editedOne(text: string, page: FoldedText, { exact, prefix, suffix }: Quote): string | null {
  const before = fold(prefix).text.trim().slice(-EDGE);
  const after = fold(suffix).text.trim().slice(0, EDGE);
  if (before.length < EDGE || after.length < EDGE) return null;
  const from = onlyPlace(page.text, before);
  const to = onlyPlace(page.text, after);
  if (from === null || to === null) return null;
  const start = from + before.length;
  const length = to - start;
  if (length <= 0 || length > exact.length * GROWTH + EDGE || length * GROWTH + EDGE < exact.length) return null;
  const words = text
    .slice(page.starts[start], page.ends[to - 1])
    .replace(/\s+/gu, ' ')
    .trim();
  return words !== '' && sharedPart(fold(exact).text, fold(words).text) >= SAME ? words : null;
}

function onlyPlace(text: string, pattern: string): number | null {
  const at = text.indexOf(pattern);
  return at >= 0 && text.indexOf(pattern, at + 1) < 0 ? at : null;
}

/** How large a part of the words of two texts stand in both: twice those shared, of all (Dice's coefficient). */
function sharedPart(a: string, b: string): number {
  const left = a.split(/\s+/u).filter(Boolean);
  const right = b.split(/\s+/u).filter(Boolean);
  const rest = [...right];
  let shared = 0;
  for (const word of left) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (left.length + right.length);
}
