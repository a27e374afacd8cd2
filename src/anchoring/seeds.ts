import type { Query } from './query';
import { GRAM, partOf, placesOf, type TextIndex } from './text-index';
import { NEVER } from './tokens';

/** Equal words in a row, as many on each side as can be: from `query` on in the query, from `page` on in the text. */
export interface Run {
  query: number;
  page: number;
  length: number;
  /** Between which barriers it stands: no place reaches across one. */
  part: number;
}

/** Three words that stand in more places than this tell little about any of them. */
const RARE = 12;
const COMMON = 96;
/** The same for single words, asked for only when no three words were found. */
const RARE_WORD = 24;
/** Places of the very words of a quote that are looked at; where there are more, only context can tell. */
export const MOST_TWINS = 48;
/** So many runs are enough for any decision. */
const MOST_RUNS = 256;

const places: number[] = [];

/**
 * The places that share words with a query: first those where all the quoted words stand, then those with three rare
 * words in a row, and only if there are none less rare ones and single words.
 */
export function findRuns(index: TextIndex, query: Query): Run[] {
  const runs: Run[] = [];
  twins(index, query, runs);
  const rare = seed(index, query, GRAM, RARE, runs);
  if (rare < 2 * GRAM) {
    seed(index, query, GRAM, COMMON, runs);
    seed(index, query, 1, RARE_WORD, runs);
  }
  return runs;
}

/** Adds the places of all quoted words in their order; says whether they could all be looked at. */
function twins(index: TextIndex, query: Query, runs: Run[]): void {
  const { first, last } = query;
  const length = last - first;
  const { hash } = query.tokens;
  if (length === 0) return;
  let found = -1;
  let at = first;
  if (length >= GRAM) {
    for (; at + GRAM <= last; at++) {
      found = placesOf(index, GRAM, hash, at, MOST_TWINS, places);
      if (found >= 0) break;
    }
  } else {
    for (; at < last; at++) {
      found = placesOf(index, 1, hash, at, length === 1 ? MOST_TWINS : 8 * MOST_TWINS, places);
      if (found >= 0) break;
    }
  }
  const page = index.tokens.hash;
  for (let k = 0; k < found; k++) {
    const start = (places[k] as number) - (at - first);
    let same = 0;
    while (same < length && page[start + same] === hash[first + same]) same++;
    if (same === length) add(index, query, first, start, runs);
  }
}

/** Adds the runs through all grams that stand in at most so many places. Returns how many places these were. */
function seed(index: TextIndex, query: Query, gram: 1 | 3, most: number, runs: Run[]): number {
  let hits = 0;
  for (let at = 0; at + gram <= query.tokens.count; at++) {
    const found = placesOf(index, gram, query.tokens.hash, at, most, places);
    for (let k = 0; k < found; k++) add(index, query, at, places[k] as number, runs);
    if (found > 0) hits += found;
  }
  return hits;
}

function add(index: TextIndex, query: Query, at: number, place: number, runs: Run[]): void {
  for (const run of runs) {
    if (run.page - run.query === place - at && at >= run.query && at < run.query + run.length) return;
  }
  if (runs.length >= MOST_RUNS) return;
  const wanted = query.tokens.hash;
  const page = index.tokens.hash;
  let before = 0;
  while (before < at && before < place && same(page, place - before - 1, wanted, at - before - 1)) before++;
  const most = Math.min(query.tokens.count - at, index.tokens.count - place);
  let after = 0;
  while (after < most && same(page, place + after, wanted, at + after)) after++;
  runs.push({ query: at - before, page: place - before, length: before + after, part: partOf(index, place) });
}

function same(page: Int32Array, place: number, wanted: Int32Array, at: number): boolean {
  return page[place] === wanted[at] && page[place] !== NEVER;
}

/** In how many places, at most `MOST_TWINS + 1`, the quoted words stand one after the other. */
export function countTwins(index: TextIndex, query: Query): number {
  const { first, last } = query;
  const { hash } = query.tokens;
  const gram = last - first >= GRAM ? GRAM : 1;
  let least = -1;
  for (let at = first; at + gram <= last; at++) {
    const found = placesOf(index, gram, hash, at, gram === 1 ? 8 * MOST_TWINS : MOST_TWINS, places);
    if (found < 0) continue;
    let count = 0;
    for (let k = 0; k < found; k++) {
      const start = (places[k] as number) - (at - first);
      let n = 0;
      while (n < last - first && index.tokens.hash[start + n] === hash[first + n]) n++;
      if (n === last - first) count++;
    }
    least = count;
    break;
  }
  return least < 0 ? MOST_TWINS + 1 : least;
}
