import type { Rivals } from '../core/quote';
import type { Candidate } from './candidates';
import type { Evidence } from './evidence';
import type { WeighedQuery } from './query';
import { isRival } from './rivals';
import { countTwins } from './seeds';
import type { TextIndex } from './text-index';

/**
 * What proves a place: how alike the words are, by what they tell and by their number, and how much of the context
 * stands, right beside them and around. Weighed by logistic regression over the places found on odd seeds of the corpus;
 * what comes out above 0 is proven. Words that were edited, with no context left, never are.
 */
const BIAS = -22.93;
const BY_LIKENESS = 10.86;
const BY_KEPT = 11.84;
const BY_CONTEXT = 4.86 / 20;
const BY_SURROUNDINGS = 10.96;
/** More words of context on one side, and on both, prove no more. */
const MOST_BESIDE = 12;
const MOST_CONTEXT = 20;
/** Few words that stood more than once when saved need so much of their own sentence, in words. */
const REPEATED_INSIDE = 1;
const FEW_BITS = 16;
/** Exact words without context, of a Quote that does not know its rivals, have to tell this much, in bits. */
const TELLING_BITS = 45;
/** Places less alike are no rivals of the best one. */
const LEAST_LIKENESS = 0.3;
/** What the best place has to be ahead of the second, in words. */
const MARGIN = 1;

/** The place that is meant, or why there is none. */
export function judge(
  index: TextIndex,
  query: WeighedQuery,
  rivals: Rivals | undefined,
  candidates: Candidate[],
): Candidate | 'gone' | 'ambiguous' {
  let best: Candidate | null = null;
  for (const candidate of candidates) {
    if (best && best.evidence.rank >= candidate.evidence.rank) continue;
    if (isProven(index, query, rivals, candidate)) best = candidate;
  }
  if (!best) return 'gone';
  const { evidence } = best;
  const isClose = candidates.some(
    (other) =>
      other !== best &&
      other.evidence.rank > evidence.rank - MARGIN &&
      other.evidence.likeness >= LEAST_LIKENESS &&
      !(rivals && isRival(index, query, other, rivals, 0)),
  );
  return isClose || !evidence.isSure ? 'ambiguous' : best;
}

/** The rule of evidence. */
function isProven(index: TextIndex, query: WeighedQuery, rivals: Rivals | undefined, candidate: Candidate): boolean {
  const { evidence } = candidate;
  if (evidence.from < 0 || (rivals && isRival(index, query, candidate, rivals))) return false;
  const isRepeated = rivals !== undefined && rivals.same > 0;
  const isInside =
    !isRepeated || evidence.inside < 0 || evidence.inside >= REPEATED_INSIDE || evidence.bits >= FEW_BITS;
  if (isInside && proof(evidence) > 0) return true;
  if (!evidence.exact || isRepeated) return false;
  return (rivals !== undefined || evidence.bits >= TELLING_BITS) && countTwins(index, query) === 1;
}

function proof({ likeness, kept, before, after, surroundings }: Evidence): number {
  const context = Math.min(MOST_BESIDE, before) + Math.min(MOST_BESIDE, after);
  return (
    BIAS +
    BY_LIKENESS * likeness +
    BY_KEPT * kept +
    BY_CONTEXT * Math.min(MOST_CONTEXT, context) +
    BY_SURROUNDINGS * surroundings
  );
}
