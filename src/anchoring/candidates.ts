import { type Alignment, align } from './align';
import { type Chain, chainRuns } from './chain';
import { type Evidence, weigh } from './evidence';
import { nameKinds } from './gap';
import type { Query, WeighedQuery } from './query';
import type { Run } from './seeds';
import type { TextIndex } from './text-index';

/** A place that may be meant, and what speaks for it. */
export interface Candidate {
  alignment: Alignment;
  evidence: Evidence;
}

/** No more places than this are compared word by word. */
const MOST_COMPARED = 10;
/** Places that share less than this of what the best one shares are no rivals of it. */
const WORTH_COMPARING = 0.3;
/** Unless they share so much of the quoted words, and no place has so much of words and context that none can be near. */
const ALIKE = 0.5;
const CLEAR = 0.75;

/** The places of a text that share words with a query, each compared word by word and weighed; no two are the same. */
export function candidatesOf(index: TextIndex, query: WeighedQuery, runs: Run[], worth = WORTH_COMPARING): Candidate[] {
  const chains = chainRuns(runs, query);
  const most = chains[0]?.score ?? 0;
  const least = worth * most;
  const isClear = most >= CLEAR * query.tokens.count;
  // Where all of the words stand is a candidate, however many places have more of the context.
  chains.sort((a, b) => Number(quotedShare(query, b) === 1) - Number(quotedShare(query, a) === 1));
  // The best of these is one in any case; but what other places have of its context is theirs first.
  const whole = chains.find((chain) => quotedShare(query, chain) === 1);
  if (whole && whole.score < least) chains.push(...chains.splice(0, 1));
  const candidates: Candidate[] = [];
  const compared: Chain[] = [];
  for (const chain of chains) {
    const isLess = chain.score < least;
    if (isLess && chain !== whole && (isClear || chain.score < least / 4 || quotedShare(query, chain) < ALIKE))
      continue;
    const alignment = align(index, query, chain, compared);
    compared.push(chain);
    nameKinds(index, query, alignment);
    const evidence = weigh(index, query, alignment);
    const isTaken = candidates.some((other) => overlap(other.evidence, evidence));
    if (!isTaken) candidates.push({ alignment, evidence });
    if (candidates.length === MOST_COMPARED) break;
  }
  return candidates;
}

/** How many of the quoted words a chain's runs hold, 0 to 1. */
function quotedShare(query: Query, chain: Chain): number {
  let words = 0;
  for (const run of chain.runs) {
    words += Math.max(0, Math.min(query.last, run.query + run.length) - Math.max(query.first, run.query));
  }
  return words / Math.max(1, query.last - query.first);
}

/** One place twice: more than half of the shorter one. Outer words that are no more may be looked for in a neighbour. */
function overlap(a: Evidence, b: Evidence): boolean {
  if (a.from < 0 || b.from < 0) return false;
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1;
  return 2 * shared > Math.min(a.to - a.from, b.to - b.from) + 1;
}
