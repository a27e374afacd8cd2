import { type Alignment, EQUAL, GONE, MENDED } from './align';
import { extentOf } from './extent';
import { endsParagraph, endsSentence, importance } from './importance';
import type { Query } from './query';
import { partOf, type TextIndex, tellingOf } from './text-index';

/** What speaks for a place. */
export interface Evidence {
  /** First and last word of the text that stand for the quoted words; both -1 when none do. */
  from: number;
  to: number;
  /** Where they begin and end is certain, even if an outer word was replaced. */
  isSure: boolean;
  /** All quoted words stand there, one after the other, and no other word between them. */
  exact: boolean;
  /** How much of the quoted words stands there, 0 to 1, each weighed by what it tells; and the same in bits. */
  likeness: number;
  bits: number;
  /** How much of the context stands beside them, 0 to 1; what touches the quote weighs most. */
  before: number;
  after: number;
  /** The same of the quote's own sentences alone, both sides together; -1 where the quote is all of them. */
  inside: number;
  /** And what this tells, in bits. */
  insideBits: number;
  /** What all this tells for the place when places are told apart, in bits; numbers, names and negations weigh more. */
  rank: number;
}

/** Words of context this far from the quote, in words, weigh half. */
const HALF_DISTANCE = 9;
/** Context that tells less than this, in bits, is never the whole evidence. */
const ENOUGH_BITS = 16;
const MENDED_WORTH = 0.7;
/** What stands beyond a sentence's end belongs to the quote less, and says little when two places are told apart. */
const BEYOND_SENTENCE = 0.8;
const BEYOND_SENTENCE_RANK = 0.4;
const BEYOND_PARAGRAPH_RANK = 0.12;
const BEYOND_SENTENCE_WEIGHT = 0.5;
/** How much words count against a place that stand in it and are not quoted: of several insertions, and of one. */
const FOREIGN = 1;
const ONE_INSERTION = 0.25;
/** Words that are all there, and moved away from their context, tell more than the sum of them. */
const EXACT_WORTH = 1.6;
const LITTLE_CONTEXT = 0.2;
const EXACT_BITS = 4;
/** A word lost counts against a place: the more of this, the less. */
const LOST_WORTH = 0.8;
/** The article comes before what stands beside it. */
const BOX_BITS = 10;

const FADING = Float32Array.from({ length: 256 }, (_, distance) => 2 ** (-distance / HALF_DISTANCE));

const fading = (distance: number): number => (distance <= 0 ? 1 : (FADING[Math.min(distance, 255)] as number));

/** Weighs an alignment. */
export function weigh(index: TextIndex, query: Query, alignment: Alignment): Evidence {
  const { kind, at, upto } = alignment;
  const { first, last, tokens } = query;
  const [from, to, isSure] = extentOf(index, query, alignment);
  let all = 0;
  let same = 0;
  let facts = 0;
  let exact = first < last;
  let reached = from;
  let foreign = 0;
  let widest = 0;
  for (let i = first; i < last; i++) {
    const telling = tellingOf(index, tokens.hash[i] as number);
    const worth = kind[i] === EQUAL ? 1 : kind[i] === MENDED ? MENDED_WORTH : 0;
    all += telling;
    same += worth * telling;
    // Another word takes away what the right one would have added, so that importance counts both ways.
    facts += telling * (worth - (1 - worth) * (importance(tokens, i) - LOST_WORTH));
    if (kind[i] !== EQUAL) exact = false;
    if (kind[i] === GONE) continue;
    let put = 0;
    for (let word = reached; word < (at[i] as number); word++)
      put += tellingOf(index, index.tokens.hash[word] as number);
    if (put > 0) exact = false;
    foreign += put;
    widest = Math.max(widest, put);
    reached = Math.max(reached, (upto[i] as number) + 1);
  }
  const added = FOREIGN * (foreign - widest) + ONE_INSERTION * widest;
  const before = side(index, query, alignment, first - 1, -1, from);
  const after = side(index, query, alignment, last, 1, to);
  const isMoved = exact && before.share ** 2 + after.share ** 2 < LITTLE_CONTEXT;
  return {
    from,
    to,
    isSure,
    exact,
    likeness: all > 0 ? same / (all + added) : 0,
    bits: same,
    inside:
      before.allInside + after.allInside > 0
        ? (before.inside + after.inside) / (before.allInside + after.allInside)
        : -1,
    insideBits: before.inside + after.inside,
    before: before.share,
    after: after.share,
    rank:
      facts * (isMoved ? EXACT_WORTH : 1) +
      (exact ? EXACT_BITS : 0) -
      (from >= 0 && partOf(index, from) > 0 ? BOX_BITS : 0) -
      added / 2 +
      before.bits +
      after.bits,
  };
}

/** How much of the context on one side stands where it should, seen from the quote's edge. */
function side(
  index: TextIndex,
  query: Query,
  alignment: Alignment,
  start: number,
  step: 1 | -1,
  edge: number,
): { share: number; bits: number; inside: number; allInside: number } {
  const { tokens } = query;
  let all = 0;
  let same = 0;
  let bits = 0;
  let inside = 0;
  let allInside = 0;
  let expected = edge;
  let isBeyond = false;
  let isFarBeyond = false;
  for (let i = start, distance = 0; i >= 0 && i < tokens.count; i += step, distance++) {
    isBeyond ||= endsSentence(tokens, step === 1 ? i : i + 1);
    isFarBeyond ||= isBeyond && endsParagraph(tokens, step === 1 ? i : i + 1);
    const weight = tellingOf(index, tokens.hash[i] as number) * fading(distance);
    const counts = isBeyond ? BEYOND_SENTENCE_WEIGHT : 1;
    all += counts * weight;
    if (!isBeyond) allInside += weight;
    const kind = alignment.kind[i] as number;
    if (kind < MENDED) continue;
    const near = (step === 1 ? alignment.at[i] : alignment.upto[i]) as number;
    const far = (step === 1 ? alignment.upto[i] : alignment.at[i]) as number;
    const gap = expected < 0 ? 0 : Math.max(0, Math.abs(near - expected) - 1);
    // What stands apart from the quote by foreign words, belongs to it the less the more they are.
    const found = weight * (kind === EQUAL ? 1 : MENDED_WORTH) * fading(gap - distance);
    same += (isBeyond ? BEYOND_SENTENCE : 1) * counts * found;
    if (!isBeyond) inside += found;
    bits += (isFarBeyond ? BEYOND_PARAGRAPH_RANK : isBeyond ? BEYOND_SENTENCE_RANK : 1) * found;
    if (expected >= 0) expected = far - step * distance;
  }
  return { share: same / Math.max(all, ENOUGH_BITS), bits, inside, allInside };
}
