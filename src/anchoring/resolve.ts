import type { Excerpt, Quote } from '../core/quote';
import { ALL_COMPARED, candidatesOf } from './candidates';
import { changesIn, outcomeOf } from './changes';
import { edgesOf } from './edges';
import { resolveExcerpt } from './excerpt';
import { judge } from './judge';
import type { Outcome } from './outcome';
import { queryOf, weighed, weightLists } from './query';
import { areKnown } from './rivals';
import { findInRow, findRuns } from './seeds';
import { atOnce } from './slices';
import { indexingText, type TextIndex } from './text-index';
import { tokenList } from './tokens';
import { plainly } from './verbatim';

/** So many are looked for between two chances to pause. */
const AT_ONCE = 8;

/**
 * Finds Quotes and Excerpts in one text, all together. Where each of them stands as it was kept, nothing else is done; else
 * the text's words are indexed once, and what each one costs does not depend on the text's length.
 * @param hidden also the text that is not shown, to tell "hidden" from "gone"; asked for only when something is missing.
 */
export function resolveAll(
  text: string | TextIndex,
  wanted: readonly (Quote | Excerpt)[],
  hidden?: () => string,
): Outcome[] {
  return atOnce(resolvingAll(text, wanted, hidden));
}

/** The same with pauses, for long pages: see `inSlices`. */
export function* resolvingAll(
  text: string | TextIndex,
  wanted: readonly (Quote | Excerpt)[],
  hidden?: () => string,
): Generator<void, Outcome[]> {
  const [plain, given] = typeof text === 'string' ? [text, null] : [text.text, text];
  let index: TextIndex | null = given;
  const outcomes: Outcome[] = [];
  for (const [k, outcome] of (yield* plainly(plain, wanted)).entries()) {
    if (outcomes.length % AT_ONCE === 0) yield;
    index ??= outcome ? null : yield* indexingText(plain);
    outcomes.push(outcome ?? resolve(index as TextIndex, wanted[k] as Quote | Excerpt));
  }
  if (!hidden || outcomes.every(({ kind }) => kind !== 'missing')) return outcomes;
  const more = yield* indexingText(hidden());
  return outcomes.map((outcome, k) => {
    const one = wanted[k];
    const isHidden = outcome.kind === 'missing' && one && resolve(more, one).kind !== 'missing';
    return isHidden ? { kind: 'missing', reason: 'hidden' } : outcome;
  });
}

function resolve(index: TextIndex, one: Quote | Excerpt): Outcome {
  return 'exact' in one ? resolveQuote(index, one) : resolveExcerpt(index, one);
}

/** Words of the Quote in hand, and their weights: the same lists for all of them, since one is dealt with after the other. */
const words = tokenList(256);
let weights = weightLists(256);

function resolveQuote(index: TextIndex, quote: Quote): Outcome {
  const plain = queryOf(quote, words);
  if (plain.first === plain.last) return { kind: 'missing', reason: 'gone' };
  // All of the words in all of their context, once: no other place can be as good.
  const [whole, second] = findInRow(index, plain, 0, plain.tokens.count) ?? [];
  if (whole !== undefined && second === undefined) {
    const place = { from: whole + plain.first, to: whole + plain.last - 1 };
    return { kind: 'found', span: edgesOf(index, plain, place, null) };
  }
  if (plain.tokens.count > weights.far.length) weights = weightLists(plain.tokens.count);
  const query = weighed(index, plain, weights);
  const runs = findRuns(index, query, (quote.rivals?.unlike.length ?? 0) > 0);
  let verdict = judge(index, query, quote.rivals, candidatesOf(index, query, runs));
  // What its rivals share with it may be so much more that it was not even compared.
  if (verdict === 'gone' && areKnown(quote.rivals)) {
    verdict = judge(index, query, quote.rivals, candidatesOf(index, query, runs, ALL_COMPARED));
  }
  if (typeof verdict === 'string') return { kind: 'missing', reason: verdict };
  const { alignment, evidence } = verdict;
  const span = edgesOf(index, query, evidence, alignment);
  if (span.start === span.end) return { kind: 'missing', reason: 'gone' };
  return outcomeOf(evidence.exact, span, () => changesIn(index, query, alignment, evidence));
}
