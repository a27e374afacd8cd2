import type { Rivals } from '../core/quote';
import type { Candidate } from './candidates';
import type { Evidence } from './evidence';
import type { WeighedQuery } from './query';
import { MOST_RIVALS, NO_RIVAL, RIVAL, rivalryOf } from './rivals';
import { findInRow } from './seeds';
import type { TextIndex } from './text-index';

/**
 * What proves a place: how alike the words are, by what they tell and by their number, and how much of the context
 * stands, right beside them and around. Weighed by logistic regression over the places found on odd seeds of the corpus;
 * what comes out above 0 is proven.
 */
const BIAS = -29.5;
const BY_LIKENESS = 15.06;
const BY_KEPT = 13.29;
const BY_BESIDE = 0.21;
const BY_SURROUNDINGS = 11.28;
const BY_BETTER_SIDE = 3.2;
/**
 * Or so many of the words, and so much of the context on both sides: a lookalike has the sentence and not its neighbours,
 * what was put in a deleted one's place has the neighbours and not the sentence.
 */
const MOST_KEPT = 0.7;
const BOTH_STAND = 0.35;
/** That words are all there proves little where they stood more than once: then so much more has to come out. */
const REPEATED = 5;
/** Or the rest of their sentence, so many words, stands there too: no rival has that, where each of them is known. */
const OWN_SENTENCE = 2;
/**
 * Few words that stood more than once when saved need so much of their own sentence, in words, or both sides, or half of all
 * of their context; unless they are the last.
 */
const REPEATED_INSIDE = 1;
const FEW_BITS = 16;
const HALF_STANDS = 0.5;
/** Exact words without context, of a Quote that does not know its rivals, have to tell this much, in bits. */
const TELLING_BITS = 45;
/** Words of context that stand beside edited ones at least. */
const LEAST_BESIDE = 0.5;
/** Places less alike are no rivals of the best one. */
const LEAST_LIKENESS = 0.3;
/** Both sides of a context that stand so well around other words, and so much better than elsewhere, belong to them. */
const BOTH_SIDES = 3;
const OWNED = 2;
/** What the best place has to be ahead of the second, in words. */
const MARGIN = 1;
const INSIDE_MARGIN = 2;

/** The place that is meant, or why there is none. */
export function judge(
  index: TextIndex,
  query: WeighedQuery,
  rivals: Rivals | undefined,
  candidates: Candidate[],
): Candidate | 'gone' | 'ambiguous' {
  const rivalry = rivalryOf(index, query, candidates, rivals);
  // Where all that had the very words are found as the others they are, the place that is left needs less.
  const twins = candidates.filter(({ evidence }, k) => rivalry[k] === RIVAL && evidence.exact).length;
  const isLast = rivals !== undefined && twins >= rivals.same;
  const owned = Math.max(0, ...candidates.map(({ evidence }, k) => (rivalry[k] === RIVAL ? 0 : ownedBy(evidence))));
  let best: Candidate | null = null;
  for (const [k, candidate] of candidates.entries()) {
    if (best && best.evidence.rank >= candidate.evidence.rank) continue;
    if (rivalry[k] === NO_RIVAL && isProven(index, query, rivals, candidate.evidence, owned, isLast)) best = candidate;
  }
  if (!best) return 'gone';
  const { evidence } = best;
  const isClose = candidates.some(
    (other, k) =>
      other !== best &&
      isNoWorse(other.evidence, evidence) &&
      other.evidence.likeness >= LEAST_LIKENESS &&
      rivalry[k] !== RIVAL,
  );
  return isClose || !evidence.isSure ? 'ambiguous' : best;
}

/** Whether a place is nearly as good as the best one, or its sentence is better though its neighbours are worse. */
const isNoWorse = (other: Evidence, best: Evidence): boolean =>
  other.rank > best.rank - MARGIN || (other.exact && best.inside >= 0 && other.inside > best.inside + INSIDE_MARGIN);

/** How many words of context stand on both sides of a place that has none of the quoted words. */
const ownedBy = ({ likeness, before, after }: Evidence): number =>
  likeness < LEAST_LIKENESS && Math.min(before, after) >= BOTH_SIDES ? before + after : 0;

/** The rule of evidence. */
function isProven(
  index: TextIndex,
  query: WeighedQuery,
  rivals: Rivals | undefined,
  evidence: Evidence,
  owned: number,
  isLast: boolean,
): boolean {
  if (evidence.from < 0) return false;
  const isRepeated = rivals !== undefined && rivals.same > 0;
  const isInside =
    !isRepeated ||
    isLast ||
    evidence.inside < 0 ||
    evidence.inside >= REPEATED_INSIDE ||
    evidence.bits >= FEW_BITS ||
    Math.min(evidence.before, evidence.after) >= BOTH_SIDES ||
    evidence.worseSide >= HALF_STANDS;
  if (evidence.isSentence && evidence.inside >= OWN_SENTENCE && rivals && rivals.same <= MOST_RIVALS) return true;
  const isBorrowed = owned - evidence.before - evidence.after > OWNED;
  // Words that were edited are proven by nothing but what stands beside them.
  const isHeld = evidence.exact || evidence.beside >= LEAST_BESIDE;
  if (isHeld && isInside && !isBorrowed && isEnough(evidence, isRepeated)) return true;
  if (!evidence.exact || (isRepeated && !isLast)) return false;
  return (
    (rivals !== undefined || evidence.bits >= TELLING_BITS) &&
    findInRow(index, query, query.first, query.last)?.length === (rivals?.same ?? 0) + 1
  );
}

const isEnough = (evidence: Evidence, isRepeated: boolean): boolean =>
  evidence.exact && isRepeated
    ? proof(evidence) > REPEATED
    : proof(evidence) > 0 || (evidence.kept > MOST_KEPT && evidence.worseSide > BOTH_STAND);

const proof = ({ likeness, kept, beside, surroundings, betterSide }: Evidence): number =>
  BIAS +
  BY_LIKENESS * likeness +
  BY_KEPT * kept +
  BY_BESIDE * beside +
  BY_SURROUNDINGS * surroundings +
  BY_BETTER_SIDE * betterSide;
