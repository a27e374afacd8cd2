import { type Alignment, align } from './align';
import { chainRuns } from './chain';
import { type Evidence, weigh } from './evidence';
import { nameKinds } from './gap';
import type { Query } from './query';
import { findRuns } from './seeds';
import type { TextIndex } from './text-index';

/** A place that may be meant, and what speaks for it. */
export interface Candidate {
  alignment: Alignment;
  evidence: Evidence;
}

/** The places of a text that share words with a query, each aligned and weighed. */
export function candidatesOf(index: TextIndex, query: Query): Candidate[] {
  return chainRuns(findRuns(index, query)).map((chain) => {
    const alignment = align(index, query, chain);
    nameKinds(index, query, alignment);
    return { alignment, evidence: weigh(index, query, alignment) };
  });
}
