import type { Excerpt, Span } from '../core/quote';
import { type Candidate, candidatesOf } from './candidates';
import { changesIn, outcomeOf } from './changes';
import { edgesOf } from './edges';
import type { Outcome } from './outcome';
import { queryOf, type WeighedQuery, weighed } from './query';
import { findRuns } from './seeds';
import { partOf, type TextIndex } from './text-index';
import { LONGEST_PASSAGE } from './verbatim';

/** So much of the words of one end has to stand there when the other end stands word for word. */
const LEAST_LIKENESS = 0.6;
/** What the best passage has to be ahead of the second, in words. */
const MARGIN = 1;

interface Passage {
  start: Candidate;
  end: Candidate;
  span: Span;
  rank: number;
}

/** Finds the passage that begins and ends with an Excerpt's words. */
export function resolveExcerpt(index: TextIndex, excerpt: Excerpt): Outcome {
  const startQuery = weighed(index, queryOf({ prefix: `${excerpt.prefix} `, exact: excerpt.start, suffix: '' }));
  const endQuery = weighed(index, queryOf({ prefix: '', exact: excerpt.end, suffix: ` ${excerpt.suffix}` }));
  const [best, second] = passages(index, startQuery, endQuery).sort((a, b) => b.rank - a.rank);
  if (!best) return { kind: 'missing', reason: 'gone' };
  if (second && second.rank > best.rank - MARGIN) return { kind: 'missing', reason: 'ambiguous' };
  const { start, end, span } = best;
  return outcomeOf(start.evidence.exact && end.evidence.exact, span, () => [
    ...changesIn(index, startQuery, start.alignment, start.evidence),
    ...changesIn(index, endQuery, end.alignment, end.evidence),
  ]);
}

function passages(index: TextIndex, startQuery: WeighedQuery, endQuery: WeighedQuery): Passage[] {
  if (startQuery.first === startQuery.last || endQuery.first === endQuery.last) return [];
  const ends = standing(index, endQuery);
  const found: Passage[] = [];
  for (const start of standing(index, startQuery)) {
    const from = edgesOf(index, startQuery, start.evidence, start.alignment);
    for (const end of ends) {
      if (!start.evidence.exact && !end.evidence.exact) continue;
      if (end.evidence.from < start.evidence.from || end.evidence.to < start.evidence.to) continue;
      const to = edgesOf(index, endQuery, end.evidence, end.alignment);
      const length = to.end - from.start;
      if (length > LONGEST_PASSAGE || length <= 0) continue;
      if (partOf(index, start.evidence.from) !== partOf(index, end.evidence.to)) continue;
      const rank = start.evidence.rank + end.evidence.rank;
      found.push({ start, end, span: { start: from.start, end: to.end }, rank });
    }
  }
  return found.filter((one) => !found.some((other) => isInside(other, one)));
}

/** Start and end that stand nearer to each other belong to each other, unless the farther one's context is better. */
function isInside(inner: Passage, outer: Passage): boolean {
  const same = inner.start === outer.start || inner.end === outer.end;
  const shorter = inner.span.end - inner.span.start < outer.span.end - outer.span.start;
  return same && shorter && inner.rank >= outer.rank - MARGIN;
}

function standing(index: TextIndex, query: WeighedQuery): Candidate[] {
  return candidatesOf(index, query, findRuns(index, query, false)).filter(
    ({ evidence }) => evidence.from >= 0 && evidence.from <= evidence.to && evidence.likeness >= LEAST_LIKENESS,
  );
}
