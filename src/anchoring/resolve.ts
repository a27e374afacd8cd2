import type { Excerpt, Quote } from '../core/quote';
import { candidatesOf } from './candidates';
import { changesIn, outcomeOf } from './changes';
import { edgesOf } from './edges';
import { resolveExcerpt } from './excerpt';
import { judge } from './judge';
import type { Outcome } from './outcome';
import { queryOf } from './query';
import { findRuns } from './seeds';
import { indexText, type TextIndex } from './text-index';

/** Finds Quotes and Excerpts in one text, all together: the text's words are indexed once. */
export function resolveAll(text: string | TextIndex, wanted: readonly (Quote | Excerpt)[]): Outcome[] {
  const index = typeof text === 'string' ? indexText(text) : text;
  return wanted.map((one) => ('exact' in one ? resolveQuote(index, one) : resolveExcerpt(index, one)));
}

function resolveQuote(index: TextIndex, quote: Quote): Outcome {
  const query = queryOf(quote);
  if (query.first === query.last) return { kind: 'missing', reason: 'gone' };
  const runs = findRuns(index, query);
  // All of the words in all of their context: no other place can be as good, unless it is the same.
  const whole = runs.filter((run) => run.length === query.tokens.count);
  if (whole.length > 1) return { kind: 'missing', reason: 'ambiguous' };
  const verdict = judge(index, query, quote.rivals, candidatesOf(index, query, whole.length === 1 ? whole : runs));
  if (typeof verdict === 'string') return { kind: 'missing', reason: verdict };
  const { alignment, evidence } = verdict;
  const span = edgesOf(index, query, alignment, evidence);
  return outcomeOf(evidence.exact, span, () => changesIn(index, query, alignment, evidence));
}
