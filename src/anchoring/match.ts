import type { Excerpt, Quote, Span } from '../core/quote';
import { type FoldedText, fold } from './fold';

/** The longest passage an Excerpt may stand for, in characters: start and end farther apart belong to others. */
const LONGEST_PASSAGE = 2500;
/** Words as long as this are hardly ever repeated by chance; shorter ones need something familiar beside them. */
const TELLING_LENGTH = 40;
/** So much of the context, in characters, has to stand beside words that are short. */
const FAMILIAR_CONTEXT = 8;

interface Candidate {
  /** Offsets in the folded text. */
  span: Span;
  /** Characters of context that agree, before and after. */
  context: number;
}

/**
 * Finds Quotes and Excerpts in one text, all together. Works on strings only.
 * @returns for each one its Span in `text`, or `null` where it does not stand, or stands more than once and
 *   its context does not tell which is meant.
 */
export function findAll(text: string, wanted: readonly (Quote | Excerpt)[]): (Span | null)[] {
  const page = fold(text);
  return wanted.map((one) => {
    const found = 'exact' in one ? findQuote(page, one) : findExcerpt(page, one);
    return found && { start: page.starts[found.start] ?? 0, end: page.ends[found.end - 1] ?? 0 };
  });
}

function findQuote(page: FoldedText, quote: Quote): Span | null {
  const exact = fold(quote.exact).text.trim();
  const candidates = occurrences(page.text, exact).map((start) => ({
    span: { start, end: start + exact.length },
    context: contextAt(page.text, start, start + exact.length, quote),
  }));
  return choose(candidates, quote);
}

function findExcerpt(page: FoldedText, excerpt: Excerpt): Span | null {
  const start = fold(excerpt.start).text.trim();
  const end = fold(excerpt.end).text.trim();
  const ends = occurrences(page.text, end);
  const candidates: Candidate[] = [];
  const starts = occurrences(page.text, start);
  for (const [i, from] of starts.entries()) {
    // The two may overlap: of a short passage the first and the last words are partly the same.
    const endAt = ends.find((at) => at >= from && at + end.length >= from + start.length);
    const nextStart = starts[i + 1] ?? Number.POSITIVE_INFINITY;
    // Where the start stands again before the end, the end belongs to the later one.
    if (endAt === undefined || endAt > nextStart) continue;
    const to = endAt + end.length;
    if (to - from > LONGEST_PASSAGE) continue;
    candidates.push({ span: { start: from, end: to }, context: contextAt(page.text, from, to, excerpt) });
  }
  return choose(candidates, excerpt);
}

/** The one place that is meant: the only one, or the one whose context agrees clearly better than any other's. */
function choose(candidates: Candidate[], context: { prefix: string; suffix: string }): Span | null {
  const [best, second] = candidates.sort((a, b) => b.context - a.context);
  if (!best) return null;
  const known = Math.min(
    FAMILIAR_CONTEXT,
    fold(context.prefix).text.trim().length + fold(context.suffix).text.trim().length,
  );
  if (second && best.context < second.context + FAMILIAR_CONTEXT / 2) return null;
  if (best.span.end - best.span.start < TELLING_LENGTH && best.context < known) return null;
  return best.span;
}

/** How many characters of a stored context stand before and after a place. */
function contextAt(text: string, start: number, end: number, context: { prefix: string; suffix: string }): number {
  const before = text.slice(Math.max(0, start - 2 * context.prefix.length - 8), start).trimEnd();
  const after = text.slice(end, end + 2 * context.suffix.length + 8).trimStart();
  return agreeingEnd(before, fold(context.prefix).text.trim()) + agreeingStart(after, fold(context.suffix).text.trim());
}

function agreeingStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

function agreeingEnd(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
}

function occurrences(text: string, pattern: string): number[] {
  const found: number[] = [];
  if (pattern === '') return found;
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) found.push(at);
  return found;
}
