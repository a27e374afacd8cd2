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
 * Where all words of a query stand one after the other.
 * @returns the first such place and how many there are; more than `MOST_TWINS` are not looked at.
 */
export function findWhole(index: TextIndex, query: Query): { page: number; count: number } {
  const { hash, count } = query.tokens;
  const page = index.tokens.hash;
  const whole = { page: -1, count: 0 };
  for (let at = Math.min(query.first, count - GRAM); at >= 0 && at + GRAM <= count; at += GRAM) {
    const found = placesOf(index, GRAM, hash, at, MOST_TWINS, places);
    if (found < 0) continue;
    for (let k = 0; k < found; k++) {
      const start = (places[k] as number) - at;
      let n = 0;
      while (n < count && same(page, start + n, hash, n)) n++;
      if (n < count) continue;
      if (whole.count === 0) whole.page = start;
      whole.count++;
    }
    break;
  }
  return whole;
}

/**
 * The places that share words with a query: those where all the quoted words stand, and those with three rare words in
 * a row; only if these do not make up most of the query less rare ones, and single words.
 * @param hasRivals places like it are known, or are sought: then the first good one is not enough.
 */
export function findRuns(index: TextIndex, query: Query, hasRivals: boolean): Run[] {
  const runs: Run[] = [];
  twins(index, query, runs);
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
    let n = 0;
    while (n < length && same(page, start + n, hash, first + n)) n++;
    if (n === length) add(index, query, first, start, runs);
  }
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
