import { type Alignment, EQUAL, GONE, MENDED } from './align';
import { extentOf } from './extent';
import { endsParagraph } from './importance';
import type { WeighedQuery } from './query';
import { partOf, type TextIndex, tellingOf } from './text-index';
import type { Tokens } from './tokens';

/** What speaks for a place. Counts are of words; one that tells less than `FULL_BITS` counts for a part of one. */
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
  /** The share of the quoted words that stand there, each counted as one. */
  kept: number;
  /** Words of context that stand beside them, less those that do not, up to where that is most. */
  before: number;
  after: number;
  /** The same of the quote's own sentences alone, both sides together; -1 where the quote is all of them. */
  inside: number;
  /** All words of the quote's own sentences stand there. */
  isSentence: boolean;
  /** As `before` and `after` together, wherever sentences and paragraphs end, and less hard on what does not stand. */
  beside: number;
  /** The share of the nearest words of context that stand somewhere beside them, 0 to 1: of both sides, and of the better one. */
  surroundings: number;
  betterSide: number;
  /** How much of all the context that was kept stands there, 0 to 1, weighed by what it tells: of the worse side. */
  worseSide: number;
  /** All of it: what places are told apart by. */
  rank: number;
}

/** A word that tells this much, in bits, counts as one. */
const FULL_BITS = 4;
const MENDED_WORTH = 0.6;
/** What another word, or none, takes away: in the quote (numbers, names, negations more), and in its context. */
const LOST = 1.5;
const LOST_MENDED = 0.3;
const LOST_CONTEXT = 2.2;
/** Words of the text between those of the quote: of several insertions each, of the widest one, and no more of that. */
const PUT_IN = 0.3;
const PUT_IN_ONCE = 0.05;
const MOST_PUT_IN = 20;
/** More of them are another place's. */
const TOO_MANY = 24;
/** So many of them in one place, but for paragraphs of their own, where a number, a name or a negation is another too. */
const TORN = 8;
/** The same, in bits, where the likeness is told. */
const PUT_IN_ONCE_BITS = 0.25;
/** So many words of the text between those of the context take away as much as they can: one word. */
const JUMP_WORDS = 3;
/** What stands beyond the quote's sentence or paragraph belongs to it less. */
const NEARNESS = [1, 0.8, 0.05];
/** So many words on either side are a quote's surroundings. */
const AROUND = 10;
/** More of them on one side prove no more. */
const MOST_BESIDE = 12;
/** The article comes before what stands beside it. */
const BOXED = 3;

const worthOf = (kind: number | undefined): number => (kind === EQUAL ? 1 : kind === MENDED ? MENDED_WORTH : 0);

/** Weighs an alignment. */
export function weigh(index: TextIndex, query: WeighedQuery, alignment: Alignment): Evidence {
  const { kind, at, upto } = alignment;
  const { first, last, telling, importance } = query;
  const { from, to, isSure } = extentOf(index, query, alignment);
  // What stands astray stands for nothing.
  for (let i = first; i < last; i++) {
    if ((at[i] as number) < from || (upto[i] as number) > to) kind[i] = GONE;
  }
  let all = 0;
  let bits = 0;
  let kept = 0;
  let quoted = 0;
  let exact = first < last;
  let reached = from;
  let putIn = 0;
  let putInBits = 0;
  let widest = 0;
  let widestBits = 0;
  let isOther = false;
  let isTorn = false;
  for (let i = first; i < last; i++) {
    const tells = telling[i] as number;
    const words = Math.min(1, tells / FULL_BITS);
    all += tells;
    if (kind[i] !== EQUAL) exact = false;
    kept += worthOf(kind[i]);
    if (kind[i] === EQUAL) quoted += words;
    else if (kind[i] === MENDED) quoted += (MENDED_WORTH - LOST_MENDED) * words;
    else {
      quoted -= LOST * words * (importance[i] as number);
      isOther ||= (importance[i] as number) > 1;
    }
    bits += tells * worthOf(kind[i]);
    if (kind[i] === GONE) continue;
    let foreign = 0;
    const place = at[i] as number;
    for (let word = reached; word < place; word++) foreign += tellingOf(index, index.tokens.hash[word] as number);
    if (foreign > 0) {
      exact = false;
      putInBits += foreign;
      putIn += place - reached;
      widestBits = Math.max(widestBits, foreign);
      widest = Math.max(widest, place - reached);
      isTorn ||= place - reached >= TORN && besideParagraphs(index.tokens, reached, place) >= TORN;
    }
    reached = Math.max(reached, (upto[i] as number) + 1);
  }
  quoted -= PUT_IN * (putIn - widest) + PUT_IN_ONCE * Math.min(widest, MOST_PUT_IN);
  const added = putInBits - (1 - PUT_IN_ONCE_BITS) * widestBits;
  const before = side(query, alignment, first - 1, -1, from);
  const after = side(query, alignment, last, 1, to);
  const isBoxed = from >= 0 && partOf(index, from) > 0;
  return {
    from,
    to,
    isSure: isSure && putIn < TOO_MANY && !(isOther && isTorn),
    exact,
    likeness: all > 0 ? bits / (all + added) : 0,
    bits,
    kept: kept / Math.max(1, last - first),
    before: before.most,
    after: after.most,
    inside: before.hasInside || after.hasInside ? before.mostInside + after.mostInside : -1,
    isSentence: exact && before.isWhole && after.isWhole,
    beside: Math.min(MOST_BESIDE, before.beside) + Math.min(MOST_BESIDE, after.beside),
    surroundings: (before.standing + after.standing) / Math.max(1, before.words + after.words),
    betterSide: Math.max(...[before, after].map(({ standing, words }) => standing / Math.max(1, words))),
    worseSide: Math.min(...[before, after].map(({ stood, told }) => (told > 0 ? stood / told : 0))),
    rank: quoted + before.most + after.most - (isBoxed ? BOXED : 0),
  };
}

/** How many words of the text from one up to, not with, another are in no paragraph that begins and ends among them or beside. */
function besideParagraphs(tokens: Tokens, from: number, to: number): number {
  const ends: number[] = [];
  for (let word = from - 1; word <= to + 1; word++) if (endsParagraph(tokens, word)) ends.push(word);
  return to - from - ((ends.at(-1) ?? 0) - (ends[0] ?? 0));
}

interface Side {
  most: number;
  mostInside: number;
  hasInside: boolean;
  isWhole: boolean;
  beside: number;
  /** How many of so many nearest words stand. */
  standing: number;
  words: number;
  /** What all of its words tell, and those of them that stand, in bits. */
  told: number;
  stood: number;
}

/**
 * The context on one side, from the quote's edge outwards: words that stand add, others take away, and it ends where the
 * sum is greatest (as local alignment ends, Smith & Waterman 1981). So a context that goes on elsewhere costs nothing,
 * and words that are others right beside the quote, as a twin has them, cost much.
 */
function side(
  { tokens, telling, far }: WeighedQuery,
  alignment: Alignment,
  start: number,
  step: 1 | -1,
  edge: number,
): Side {
  const result = {
    most: 0,
    mostInside: 0,
    hasInside: false,
    isWhole: true,
    beside: 0,
    standing: 0,
    words: 0,
    told: 0,
    stood: 0,
  };
  let sum = 0;
  let beside = 0;
  let expected = edge;
  let lost = 0;
  for (let i = start; i >= 0 && i < tokens.count; i += step) {
    const beyond = far[i] as number;
    const nearness = NEARNESS[beyond] as number;
    const words = Math.min(1, (telling[i] as number) / FULL_BITS);
    if (beyond === 0) result.hasInside = true;
    const kind = alignment.kind[i] as number;
    if (beyond === 0 && kind !== EQUAL) result.isWhole = false;
    result.told += telling[i] as number;
    result.stood += worthOf(kind) * (telling[i] as number);
    if (Math.abs(i - start) < AROUND) {
      result.words++;
      result.standing += worthOf(kind);
    }
    if (kind < MENDED) {
      sum -= LOST_CONTEXT * words * nearness;
      beside -= words;
      lost++;
      continue;
    }
    const near = (step === 1 ? alignment.at[i] : alignment.upto[i]) as number;
    const foreign = Math.max(0, Math.abs(near - expected) - 1 - lost);
    const gain = worthOf(kind) * words - (expected >= 0 ? Math.min(1, foreign / JUMP_WORDS) : 0);
    sum += gain * nearness;
    beside += gain;
    result.beside = Math.max(result.beside, beside);
    expected = (step === 1 ? alignment.upto[i] : alignment.at[i]) as number;
    lost = 0;
    if (sum > result.most) {
      result.most = sum;
      if (beyond === 0) result.mostInside = sum;
    }
  }
  return result;
}
