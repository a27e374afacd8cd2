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
/** Enough to be compared where places that share much more are known to be others. */
export const ALL_COMPARED = 0.06;
/** Unless they share so much of the quoted words and a part of that, and no place has so much that none can be near. */
const ALIKE = 0.5;
const PART = 0.25;
const CLEAR = 0.75;

/** The places of a text that share words with a query, each compared word by word and weighed; no two are the same. */
export function candidatesOf(index: TextIndex, query: WeighedQuery, runs: Run[], worth = WORTH_COMPARING): Candidate[] {
  // Places that share less are not compared, however many of the quoted words they have, unless it is all of them.
  const leastOf = (most: number): number => worth * most * (most >= CLEAR * query.tokens.count ? 1 : PART);
  const chains = chainRuns(runs, query, (most, left) => !canMatter(query, left, leastOf(most)));
  const most = chains[0]?.score ?? 0;
  const least = worth * most;
  // Where all of the words stand is a candidate, however many places have more of the context.
  chains.sort((a, b) => Number(quotedShare(query, b) === 1) - Number(quotedShare(query, a) === 1));
  // The best of these is one in any case; but what other places have of its context is theirs first.
  const whole = chains.find((chain) => quotedShare(query, chain) === 1);
  if (whole && whole.score < least) chains.push(...chains.splice(0, 1));
  const candidates: Candidate[] = [];
  const compared: Chain[] = [];
  for (const chain of chains) {
    const isLess = chain.score < leastOf(most) || (chain.score < least && quotedShare(query, chain) < ALIKE);
    if (isLess && chain !== whole) continue;
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

/** Whether any place that these runs make can share so many words, or have all of the quoted ones. */
function canMatter(query: Query, runs: Run[], least: number): boolean {
  let words = 0;
  for (const run of runs) words += run.length;
  return words >= least || quotedIn(query, runs) >= query.last - query.first;
}

/** How many of the quoted words a chain's runs hold, 0 to 1. */
const quotedShare = (query: Query, { runs }: Chain): number =>
  quotedIn(query, runs) / Math.max(1, query.last - query.first);

function quotedIn({ first, last }: Query, runs: Run[]): number {
  let words = 0;
  for (const run of runs) words += Math.max(0, Math.min(last, run.query + run.length) - Math.max(first, run.query));
  return words;
}

/** One place twice: more than half of the shorter one. Outer words that are no more may be looked for in a neighbour. */
function overlap(a: Evidence, b: Evidence): boolean {
  if (a.from < 0 || b.from < 0) return false;
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1;
  return 2 * shared > Math.min(a.to - a.from, b.to - b.from) + 1;
}
