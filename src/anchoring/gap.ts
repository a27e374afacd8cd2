import { type Alignment, EQUAL, MENDED, OTHER } from './align';
import type { Query } from './query';
import { areFar, lettersOf, resembles } from './resemblance';
import { type TextIndex, tellingOf } from './text-index';
import { joinedHash } from './tokens';

/** Words of the query and of the text that stand opposite each other. */
export interface Gap {
  wanted: number;
  wantedEnd: number;
  place: number;
  placeEnd: number;
  /** At which end the text's words go on: there, leaving out words of the text is free. */
  open: 'start' | 'end' | null;
}

/** What leaving out words costs: the first of some, and each further one. One for one is cheaper than out and in. */
const FIRST_LEFT_OUT = 0.7;
const NEXT_LEFT_OUT = 0.06;
const ONE_FOR_ANOTHER = 0.04;
const MENDED_WORTH = 0.6;

const PAIR = 0;
const WITHOUT_WANTED = 1;
const WITHOUT_PLACE = 2;
const PARTED = 3;
const MERGED = 4;
const BEGIN = 5;

const MOST_CELLS = 16_384;
/** For each cell the best score, by which way it is had, and the scores and steps of the two ways to leave words out. */
const best = new Float32Array(MOST_CELLS);
const bestWay = new Uint8Array(MOST_CELLS);
const withoutWanted = new Float32Array(MOST_CELLS);
const withoutPlace = new Float32Array(MOST_CELLS);
/** The way by which the cell was reached from which words are left out. */
const wantedFrom = new Uint8Array(MOST_CELLS);
const placeFrom = new Uint8Array(MOST_CELLS);
const NEVER_SCORE = -1e9;
/** For each of the text's words in the gap which letters it has. */
const lettersThere = new Int32Array(MOST_CELLS);

/**
 * Compares the words of a gap by dynamic programming with affine gap costs (Gotoh 1982): equal words, words mended,
 * words parted or merged by a hyphen or a lost space, words replaced, left out, put in.
 */
export function alignGap(index: TextIndex, query: Query, gap: Gap, into: Alignment): void {
  const n = gap.wantedEnd - gap.wanted;
  if (n <= 0 || gap.placeEnd <= gap.place) return;
  if (n === 1 && gap.placeEnd === gap.place + 1 && !gap.open) {
    put(into, gap.wanted, OTHER, gap.place, gap.place);
    return;
  }
  const most = Math.floor(MOST_CELLS / (n + 1)) - 1;
  if (gap.placeEnd - gap.place > most) {
    if (gap.open === 'start') gap.place = gap.placeEnd - most;
    else gap.placeEnd = gap.place + most;
  }
  fill(index, query, gap);
  trace(gap, into);
}

function fill(index: TextIndex, query: Query, gap: Gap): void {
  const { wanted, place } = gap;
  const n = gap.wantedEnd - wanted;
  const width = gap.placeEnd - place + 1;
  const q = query.tokens;
  const p = index.tokens;
  for (let j = 1; j < width; j++) lettersThere[j] = lettersOf(p, place + j - 1);
  for (let i = 0; i <= n; i++) {
    const a = wanted + i - 1;
    const hash = i > 0 ? (q.hash[a] as number) : 0;
    const size = i > 0 ? (q.size[a] as number) : 0;
    const letters = i > 0 ? lettersOf(q, a) : 0;
    const telling = i > 0 ? Math.min(1.5, 0.3 + tellingOf(index, hash) / 8) : 0;
    const isFree = gap.open === 'end' && i === n;
    for (let j = 0; j < width; j++) {
      const cell = i * width + j;
      let score = NEVER_SCORE;
      let way = BEGIN;
      if (i === 0 && (j === 0 || gap.open === 'start')) score = 0;
      if (i > 0 && j > 0) {
        const b = place + j - 1;
        const before = best[cell - width - 1] as number;
        way = PAIR;
        if (p.hash[b] === hash) score = before + telling;
        else {
          const sizeThere = p.size[b] as number;
          const isMended = !areFar(size, letters, sizeThere, lettersThere[j] as number) && resembles(q, a, p, b);
          score = before + (isMended ? telling * MENDED_WORTH : -ONE_FOR_ANOTHER);
          if (j > 1 && size === sizeThere + (p.size[b - 1] as number) && size > 0) {
            const parted = (best[cell - width - 2] as number) + telling;
            if (parted > score && joinedHash(p.hash[b - 1] as number, p.hash[b] as number, sizeThere) === hash) {
              score = parted;
              way = PARTED;
            }
          }
          if (i > 1 && sizeThere === size + (q.size[a - 1] as number)) {
            const merged = (best[cell - 2 * width - 1] as number) + telling;
            if (merged > score && joinedHash(q.hash[a - 1] as number, hash, size) === p.hash[b]) {
              score = merged;
              way = MERGED;
            }
          }
        }
      }
      let lost = NEVER_SCORE;
      if (i > 0) {
        const first = (best[cell - width] as number) - FIRST_LEFT_OUT;
        const next = (withoutWanted[cell - width] as number) - NEXT_LEFT_OUT;
        lost = Math.max(first, next);
        wantedFrom[cell] = first >= next ? (bestWay[cell - width] as number) : WITHOUT_WANTED;
      }
      let added = NEVER_SCORE;
      if (j > 0) {
        const first = (best[cell - 1] as number) - (isFree ? 0 : FIRST_LEFT_OUT);
        const next = (withoutPlace[cell - 1] as number) - (isFree ? 0 : NEXT_LEFT_OUT);
        added = Math.max(first, next);
        placeFrom[cell] = first >= next ? (bestWay[cell - 1] as number) : WITHOUT_PLACE;
      }
      withoutWanted[cell] = lost;
      withoutPlace[cell] = added;
      if (lost > score) {
        score = lost;
        way = WITHOUT_WANTED;
      }
      if (added > score) {
        score = added;
        way = WITHOUT_PLACE;
      }
      best[cell] = score;
      bestWay[cell] = way;
    }
  }
}

function trace(gap: Gap, into: Alignment): void {
  let i = gap.wantedEnd - gap.wanted;
  let j = gap.placeEnd - gap.place;
  const width = j + 1;
  let way = bestWay[i * width + j] as number;
  while (i > 0 || j > 0) {
    const cell = i * width + j;
    const a = gap.wanted + i - 1;
    const b = gap.place + j - 1;
    if (way === BEGIN) return;
    if (way === WITHOUT_WANTED) {
      way = wantedFrom[cell] as number;
      i--;
      continue;
    }
    if (way === WITHOUT_PLACE) {
      way = placeFrom[cell] as number;
      j--;
      continue;
    }
    if (way === PAIR) put(into, a, OTHER, b, b);
    else if (way === PARTED) put(into, a, EQUAL, b - 1, b);
    else {
      put(into, a, EQUAL, b, b);
      put(into, a - 1, EQUAL, b, b);
    }
    i -= way === MERGED ? 2 : 1;
    j -= way === PARTED ? 2 : 1;
    way = bestWay[i * width + j] as number;
  }
}

function put(into: Alignment, wanted: number, kind: number, at: number, upto: number): void {
  into.kind[wanted] = kind;
  into.at[wanted] = at;
  into.upto[wanted] = upto;
}

/** Names what stands opposite each other: equal, mended or another word. */
export function nameKinds(index: TextIndex, query: Query, alignment: Alignment): void {
  for (let i = 0; i < query.tokens.count; i++) {
    const at = alignment.at[i] as number;
    if (alignment.kind[i] !== OTHER) continue;
    if (query.tokens.hash[i] === index.tokens.hash[at]) alignment.kind[i] = EQUAL;
    else if (resembles(query.tokens, i, index.tokens, at)) alignment.kind[i] = MENDED;
  }
}
