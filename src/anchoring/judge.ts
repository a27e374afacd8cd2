import type { Rivals } from '../core/quote';
import type { Candidate } from './candidates';
import type { Evidence } from './evidence';
import type { Query } from './query';
import { isRival } from './rivals';
import { countTwins } from './seeds';
import { type TextIndex, tellingOf } from './text-index';

/**
 * How much of the quoted words has to be left beside how much context. One side that is whole says more than two that
 * are half edited, so context is the sum of both sides' squares.
 */
const EDITED: readonly (readonly [context: number, likeness: number, bits: number])[] = [
  [1.5, 0.22, 3],
  [1.1, 0.3, 6],
  [0.8, 0.6, 6],
  [0.7, 0.66, 10],
  [0.45, 0.7, 14],
  [0.2, 0.76, 20],
];
/** One side of its own sentence that is whole. */
const WHOLE_SIDE = 0.88;
const WHOLE_SIDE_BITS = 25;
const WHOLE_SIDE_LIKENESS = 0.38;
const LEAST_LIKENESS = 0.3;
const ONE_SIDED = 1.8;
/** How much of it beside exact words that stood once when saved, and beside others. */
const EXACT_CONTEXT = 0.1;
const REPEATED_CONTEXT = 0.3;
const REPEATED_INSIDE = 0.35;
/** Or all of their own sentence. */
const WHOLE_INSIDE = 0.8;
const INSIDE_BITS = 10;
/** Exact words without context, of a Quote that does not know its rivals, have to tell this much, in bits. */
const TELLING_BITS = 45;
/** A context that stands better elsewhere by so much belongs to that place alone. */
const OWNED = 0.25;
/** What the best place has to be ahead of the second. */
const MARGIN_BITS = 3;
const MARGIN = 0.02;
/** And where not both sides of its context are whole, so much more. */
const MARGIN_BROKEN = 3;
/** A side of the context that is as good as whole. */
const UNBROKEN = 0.85;

/** The place that is meant, or why there is none. */
export function judge(
  index: TextIndex,
  query: Query,
  rivals: Rivals | undefined,
  candidates: Candidate[],
): Candidate | 'gone' | 'ambiguous' {
  const owner = Math.max(
    0,
    ...candidates.map(({ evidence }) => (evidence.likeness < LEAST_LIKENESS ? contextOf(query, evidence) : 0)),
  );
  let best: Candidate | null = null;
  let bestRank = 0;
  const ranks = candidates.map((candidate) => {
    const context = contextOf(query, candidate.evidence);
    const isOwned = owner - context > OWNED;
    const { rank } = candidate.evidence;
    if (rank > bestRank && isProven(index, query, rivals, candidate, isOwned ? 0 : context)) {
      best = candidate;
      bestRank = rank;
    }
    return rank;
  });
  if (!best) return 'gone';
  const chosen: Candidate = best;
  const isBroken = Math.min(chosen.evidence.before, chosen.evidence.after) < UNBROKEN;
  const margin = MARGIN_BITS + MARGIN * bestRank + (isBroken ? MARGIN_BROKEN : 0);
  const close = candidates.some(
    (other, k) =>
      other !== chosen && (ranks[k] as number) > bestRank - margin && isPossible(index, query, rivals, other),
  );
  return close || !chosen.evidence.isSure ? 'ambiguous' : chosen;
}

/** Where a Quote has no context on one side, because the text ends there, the other one counts for it in part. */
function contextOf(query: Query, { before, after }: Evidence): number {
  if (query.first === 0) return ONE_SIDED * after ** 2;
  if (query.last === query.tokens.count) return ONE_SIDED * before ** 2;
  return before ** 2 + after ** 2;
}

/** The rule of evidence. */
function isProven(
  index: TextIndex,
  query: Query,
  rivals: Rivals | undefined,
  candidate: Candidate,
  context: number,
): boolean {
  const { evidence } = candidate;
  if (evidence.from < 0 || evidence.from > evidence.to) return false;
  if (rivals && isRival(index, query, candidate, rivals)) return false;
  if (evidence.exact) {
    if (rivals?.same === 0 && context >= EXACT_CONTEXT) return true;
    const isInside = evidence.inside < 0 || evidence.inside >= REPEATED_INSIDE;
    if (isInside && context >= REPEATED_CONTEXT) return true;
    if (evidence.inside >= WHOLE_INSIDE && evidence.insideBits >= INSIDE_BITS) return true;
    const telling = rivals ? rivals.same === 0 : bitsOf(index, query) >= TELLING_BITS;
    return telling && countTwins(index, query) === 1;
  }
  const isSideWhole = context > 0 && Math.max(evidence.before, evidence.after) >= WHOLE_SIDE;
  if (isSideWhole && evidence.insideBits >= WHOLE_SIDE_BITS && evidence.likeness >= WHOLE_SIDE_LIKENESS) return true;
  return EDITED.some(
    ([needed, likeness, bits]) => evidence.likeness >= likeness && context >= needed && evidence.bits >= bits,
  );
}

/** Whether a place could be meant if only its context were known: what is no rival of the best one by itself. */
function isPossible(index: TextIndex, query: Query, rivals: Rivals | undefined, candidate: Candidate): boolean {
  const { evidence } = candidate;
  return evidence.likeness >= LEAST_LIKENESS && !(rivals && isRival(index, query, candidate, rivals, 0));
}

function bitsOf(index: TextIndex, query: Query): number {
  let bits = 0;
  for (let i = query.first; i < query.last; i++) bits += tellingOf(index, query.tokens.hash[i] as number);
  return bits;
}
