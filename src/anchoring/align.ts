import type { Chain } from './chain';
import { alignGap } from './gap';
import type { Query } from './query';
import type { Run } from './seeds';
import type { TextIndex } from './text-index';

/** What became of a word of the query: nothing stands for it, another word, the word mended, the word. */
export const GONE = 0;
export const OTHER = 1;
export const MENDED = 2;
export const EQUAL = 3;

/** Word by word, where a query stands in a text. */
export interface Alignment {
  kind: number[];
  /** The first and the last of the text's words that stand for a word of the query (two where it was parted). */
  at: number[];
  upto: number[];
}

/** More words of the text than of the query's rest that are looked at before and after the outermost runs. */
const SLACK = 10;

/** Completes a chain to an alignment: its runs are equal, what lies between and beside them is compared word by word. */
export function align(index: TextIndex, query: Query, chain: Chain, others: readonly Chain[] = []): Alignment {
  const { count } = query.tokens;
  const alignment = { kind: filled(count, GONE), at: filled(count, -1), upto: filled(count, -1) };
  let wanted = 0;
  let place = -1;
  for (const run of chain.runs) {
    if (wanted < run.query) {
      const least = place < 0 ? edgeBefore(index, query, run, others) : place;
      alignGap(
        index,
        query,
        { wanted, wantedEnd: run.query, place: least, placeEnd: run.page, open: place < 0 ? 'start' : null },
        alignment,
      );
    }
    for (let k = 0; k < run.length; k++) {
      alignment.kind[run.query + k] = EQUAL;
      alignment.at[run.query + k] = run.page + k;
      alignment.upto[run.query + k] = run.page + k;
    }
    wanted = run.query + run.length;
    place = run.page + run.length;
  }
  if (wanted < count) {
    const placeEnd = edgeAfter(index, query, place, wanted, others);
    alignGap(index, query, { wanted, wantedEnd: count, place, placeEnd, open: 'end' }, alignment);
  }
  return alignment;
}

const filled = (count: number, value: number): number[] => new Array<number>(count).fill(value);

/** How far before a place its context is looked for: not beyond a barrier, nor in what a better place already has. */
function edgeBefore(index: TextIndex, { last }: Query, first: Run, others: readonly Chain[]): number {
  const { page: place, query: words } = first;
  let edge = Math.max(0, place - words - (words >> 2) - SLACK);
  for (const barrier of index.barriers) if (barrier < place) edge = Math.max(edge, barrier + 1);
  for (const { runs } of others) {
    // Where its words after the quoted ones begin here, it has those before.
    for (const run of runs) {
      const end = run.page + run.length;
      const quoted = end > place ? Math.min(end, run.page + last - run.query) : end;
      if (quoted <= place) edge = Math.max(edge, quoted);
    }
  }
  return edge;
}

/** The same after it. */
function edgeAfter(
  index: TextIndex,
  { first, tokens }: Query,
  place: number,
  wanted: number,
  others: readonly Chain[],
): number {
  const words = tokens.count - wanted;
  let edge = Math.min(index.tokens.count, place + words + (words >> 2) + SLACK);
  for (const barrier of index.barriers) if (barrier >= place) edge = Math.min(edge, barrier);
  for (const { runs } of others) {
    for (const run of runs) {
      const quoted = run.page < place ? Math.max(run.page, run.page + first - run.query) : run.page;
      if (quoted >= place) edge = Math.min(edge, quoted);
    }
  }
  return edge;
}
