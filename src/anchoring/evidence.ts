import { type Alignment, EQUAL, GONE, MENDED } from './align';
import { endsSentence, importance } from './importance';
import type { Query } from './query';
import { type TextIndex, tellingOf } from './text-index';

/** What speaks for a place. */
export interface Evidence {
  /** First and last word of the text that stand for the quoted words; no place when there are none (`from > to`). */
  from: number;
  to: number;
  /** All quoted words stand there, one after the other, and no other word between them. */
  exact: boolean;
  /** How much of the quoted words stands there, 0 to 1: each weighed by what it tells. */
  likeness: number;
  /** What stands there of them, in bits. */
  bits: number;
  /** The same with numbers, names and negations weighed more. */
  likenessOfFacts: number;
  /** How much of the context stands beside them, 0 to 1; what touches the quote weighs most. */
  before: number;
  after: number;
}

/** Words of context this far from the quote, in words, weigh half. */
const HALF_DISTANCE = 9;
/** Context that tells less than this, in bits, is never the whole evidence. */
const ENOUGH_BITS = 16;
const MENDED_WORTH = 0.7;
/** What stands beyond a sentence's end belongs to the quote less. */
const BEYOND_SENTENCE = 0.6;
/** How much words count against a place that stand in it and are not quoted. */
const FOREIGN = 0.6;
const ONE_INSERTION = 0.1;

/** Weighs an alignment. */
export function weigh(index: TextIndex, query: Query, alignment: Alignment): Evidence {
  const { kind, at, upto } = alignment;
  const { first, last, tokens } = query;
  const [from, to] = extent(query, alignment);
  let all = 0;
  let same = 0;
  let allFacts = 0;
  let sameFacts = 0;
  let exact = first < last;
  let reached = from;
  let foreign = 0;
  let widest = 0;
  for (let i = first; i < last; i++) {
    const telling = tellingOf(index, tokens.hash[i] as number);
    const facts = telling * importance(tokens, i);
    const worth = kind[i] === EQUAL ? 1 : kind[i] === MENDED ? MENDED_WORTH : 0;
    all += telling;
    same += worth * telling;
    allFacts += facts;
    sameFacts += worth * facts;
    if (kind[i] !== EQUAL) exact = false;
    if (kind[i] === GONE) continue;
    // Words put in make a place less alike; one insertion, however long, counts little.
    let put = 0;
    for (let word = reached; word < (at[i] as number); word++)
      put += tellingOf(index, index.tokens.hash[word] as number);
    if (put > 0) exact = false;
    foreign += put;
    widest = Math.max(widest, put);
    reached = Math.max(reached, (upto[i] as number) + 1);
  }
  const added = FOREIGN * (foreign - widest) + ONE_INSERTION * widest;
  all += added;
  allFacts += added;
  return {
    from,
    to,
    exact,
    bits: same,
    likeness: all > 0 ? same / all : 0,
    likenessOfFacts: allFacts > 0 ? sameFacts / allFacts : 0,
    before: side(index, query, alignment, first - 1, -1, from),
    after: side(index, query, alignment, last, 1, to),
  };
}

/** The text's words from the first to the last one that stands for a quoted one, edges settled by what touches them. */
function extent(query: Query, { kind, at, upto }: Alignment): [from: number, to: number] {
  const { first, last, tokens } = query;
  let from = -1;
  let to = -1;
  for (let i = first; i < last; i++) {
    if (kind[i] === GONE) continue;
    if (from < 0) from = at[i] as number;
    to = upto[i] as number;
  }
  const before = first > 0 && kind[first - 1] === EQUAL ? (upto[first - 1] as number) + 1 : -1;
  const after = last < tokens.count && kind[last] === EQUAL ? (at[last] as number) - 1 : -1;
  // Where the first word is another one, the quote begins after the word before it.
  if (before >= 0 && (kind[first] as number) < MENDED) from = before;
  if (after >= 0 && (kind[last - 1] as number) < MENDED) to = after;
  return [from, to];
}

/** How much of the context on one side stands where it should, seen from the quote's edge. */
function side(index: TextIndex, query: Query, alignment: Alignment, start: number, step: 1 | -1, edge: number): number {
  const { tokens } = query;
  let all = 0;
  let same = 0;
  let expected = edge;
  let isBeyond = false;
  for (let i = start, distance = 0; i >= 0 && i < tokens.count; i += step, distance++) {
    isBeyond ||= endsSentence(tokens, step === 1 ? i : i + 1);
    const weight = tellingOf(index, tokens.hash[i] as number) * 2 ** (-distance / HALF_DISTANCE);
    all += weight;
    const kind = alignment.kind[i] as number;
    if (kind < MENDED) continue;
    const near = (step === 1 ? alignment.at[i] : alignment.upto[i]) as number;
    const far = (step === 1 ? alignment.upto[i] : alignment.at[i]) as number;
    const gap = expected < 0 ? 0 : Math.max(0, Math.abs(near - expected) - 1);
    // What stands apart from the quote by foreign words, belongs to it the less the more they are.
    same +=
      (isBeyond ? BEYOND_SENTENCE : 1) *
      weight *
      (kind === EQUAL ? 1 : MENDED_WORTH) *
      2 ** (-Math.max(0, gap - distance) / HALF_DISTANCE);
    if (expected >= 0) expected = far - step * distance;
  }
  return same / Math.max(all, ENOUGH_BITS);
}
