import type { Query } from './query';
import type { Run } from './seeds';

/** Runs that stand in the same order in query and text: one possible place. */
export interface Chain {
  runs: Run[];
  score: number;
}

/** How far apart in the text, in words, two neighbouring runs of one place may stand. */
const WIDEST_GAP = 28;
/** No more places than this are weighed against each other. */
const MOST_CHAINS = 24;

/**
 * Chains runs to places, best first: repeatedly the chain with the most words less what its gaps cost, over the runs
 * that no better chain took (after minimap2, Li 2018, section 2.1.1; runs in the place of minimizers).
 * @param isEnough asked with the best one's score and the runs that are left, whether no more chains are wanted
 */
export function chainRuns(runs: Run[], query: Query, isEnough: (most: number, left: Run[]) => boolean): Chain[] {
  let left = runs.sort((a, b) => a.page - b.page || a.query - b.query);
  const chains: Chain[] = [];
  while (left.length > 0 && chains.length < MOST_CHAINS) {
    if (chains[0] && isEnough(chains[0].score, left)) break;
    const chain = bestChain(left, query);
    chains.push(chain);
    left = left.filter((run) => !chain.runs.some((taken) => takes(taken, run)));
  }
  return chains;
}

/** Whether a run is a part of one that a chain has. */
const takes = (taken: Run, run: Run): boolean =>
  run.page - run.query === taken.page - taken.query &&
  run.query < taken.query + taken.length &&
  taken.query < run.query + run.length;

function bestChain(runs: Run[], { first, last }: Query): Chain {
  const scores: number[] = [];
  const before: number[] = [];
  let best = 0;
  for (let k = 0; k < runs.length; k++) {
    const run = runs[k] as Run;
    scores.push(run.length);
    before.push(-1);
    for (let m = k - 1; m >= 0; m--) {
      const earlier = runs[m] as Run;
      const overlap = Math.max(0, earlier.query + earlier.length - run.query, earlier.page + earlier.length - run.page);
      if (run.page - earlier.page - earlier.length > WIDEST_GAP) {
        if (run.page - earlier.page > 8 * WIDEST_GAP) break;
        continue;
      }
      if (earlier.part !== run.part || overlap >= run.length || overlap >= earlier.length || earlier.query >= run.query)
        continue;
      const score = (scores[m] as number) + run.length - overlap - gapCost(earlier, run);
      if (score > (scores[k] as number)) {
        scores[k] = score;
        before[k] = m;
      }
    }
    if ((scores[k] as number) > (scores[best] as number)) best = k;
  }
  const chain: Run[] = [];
  for (let k = best; k >= 0; k = before[k] as number) {
    const run = runs[k] as Run;
    const next = chain[0];
    const overlap = next ? Math.max(0, run.query + run.length - next.query, run.page + run.length - next.page) : 0;
    // Of an overlap the later run keeps the words, but those beyond an edge of the quote; quoted ones are left to quoted ones.
    let kept = 0;
    for (const edge of run.query + run.length > first ? [first, last] : [first]) {
      if (next && next.query < edge && edge <= next.query + Math.min(overlap, next.length - 1))
        kept = edge - next.query;
    }
    if (next) chain[0] = { ...next, query: next.query + kept, page: next.page + kept, length: next.length - kept };
    chain.unshift({ ...run, length: run.length - overlap + kept });
  }
  return { runs: chain, score: scores[best] as number };
}

function gapCost(earlier: Run, run: Run): number {
  const shift = Math.abs(run.page - run.query - (earlier.page - earlier.query));
  return shift === 0 ? 0 : 0.4 + 0.12 * shift;
}
