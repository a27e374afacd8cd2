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
const RARE = 4;
const LESS_RARE = 12;
const COMMON = 96;
/** The same for single words, asked for only when no three words were found. */
const RARE_WORD = 24;
/** Places of the very words of a quote that are looked at; where there are more, only context can tell. */
export const MOST_TWINS = 48;
/** So many runs are enough for any decision. */
const MOST_RUNS = 256;

const MOSTLY = 0.75;
const NEAR_DIAGONAL = 6;

const places: number[] = [];

/**
 * Where the words `from` up to, not with, `to` of a query stand one after the other.
 * @returns `null` where even their rarest words stand in more places than are looked at.
 */
export function findInRow(index: TextIndex, query: Query, from: number, to: number): number[] | null {
  const { hash } = query.tokens;
  const page = index.tokens.hash;
  const gram = to - from < GRAM ? 1 : GRAM;
  const most = to - from === 2 ? 8 * MOST_TWINS : MOST_TWINS;
  for (let at = from; at + gram <= to; at++) {
    const found = placesOf(index, gram, hash, at, most, places);
    if (found < 0) continue;
    const starts: number[] = [];
    for (let k = 0; k < found; k++) {
      const start = (places[k] as number) - (at - from);
      let n = from;
      while (n < to && same(page, start + n - from, hash, n)) n++;
      if (n === to) starts.push(start);
    }
    return starts;
  }
  return null;
}

/**
 * The places that share words with a query: those where all the quoted words stand, and those with three rare words in
 * a row; only if these do not make up most of the query less rare ones, and single words.
 * @param hasRivals places like it are known, or are sought: then the first good one is not enough.
 */
export function findRuns(index: TextIndex, query: Query, hasRivals: boolean): Run[] {
  const runs: Run[] = [];
  for (const place of findInRow(index, query, query.first, query.last) ?? [])
    add(index, query, query.first, place, runs);
  if (!hasRivals) {
    seed(index, query, GRAM, RARE, runs, true);
    if (isCovered(query, runs)) return runs;
  }
  seed(index, query, GRAM, LESS_RARE, runs, false);
  if (runs.length < 2) {
    seed(index, query, GRAM, COMMON, runs, false);
    seed(index, query, 1, RARE_WORD, runs, false);
  }
  return runs;
}

/** Whether runs on neighbouring diagonals hold most of the query: then that place is found, and no other can be near. */
function isCovered(query: Query, runs: Run[]): boolean {
  for (const run of runs) {
    let words = 0;
    for (const other of runs) {
      if (Math.abs(other.page - other.query - (run.page - run.query)) <= NEAR_DIAGONAL) words += other.length;
    }
    if (words >= MOSTLY * query.tokens.count) return true;
  }
  return false;
}

/**
 * Adds the runs through grams that stand in at most so many places.
 * @param skip goes on only where the first of the runs found ends: enough where most of the query stands in one place.
 */
function seed(index: TextIndex, query: Query, gram: 1 | 3, most: number, runs: Run[], skip: boolean): void {
  const { count, hash } = query.tokens;
  for (let at = 0; at + gram <= count; ) {
    const found = placesOf(index, gram, hash, at, most, places);
    let next = found > 0 && skip ? count : at + 1;
    for (let k = 0; k < found; k++) {
      const run = add(index, query, at, places[k] as number, runs);
      next = Math.min(next, run ? run.query + run.length - gram + 1 : at + 1);
    }
    at = Math.max(next, at + 1);
  }
}

function add(index: TextIndex, query: Query, at: number, place: number, runs: Run[]): Run | null {
  for (const run of runs) {
    if (run.page - run.query === place - at && at >= run.query && at < run.query + run.length) return run;
  }
  if (runs.length >= MOST_RUNS) return null;
  const wanted = query.tokens.hash;
  const page = index.tokens.hash;
  let before = 0;
  while (before < at && before < place && same(page, place - before - 1, wanted, at - before - 1)) before++;
  const most = Math.min(query.tokens.count - at, index.tokens.count - place);
  let after = 0;
  while (after < most && same(page, place + after, wanted, at + after)) after++;
  const run = { query: at - before, page: place - before, length: before + after, part: partOf(index, place) };
  runs.push(run);
  return run;
}

function same(page: Int32Array, place: number, wanted: Int32Array, at: number): boolean {
  return page[place] === wanted[at] && page[place] !== NEVER;
}
