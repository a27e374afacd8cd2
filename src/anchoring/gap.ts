import { type Alignment, EQUAL, MENDED, OTHER } from './align';
import type { Query } from './query';
import { resembles } from './resemblance';
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

const PAIR = 0;
const WITHOUT_WANTED = 1;
const WITHOUT_PLACE = 2;
const PARTED = 3;
const MERGED = 4;
const BEGIN = 5;

const MOST_CELLS = 40_000;
/** Best scores of the three ways to stand in a cell, and the steps they came by. */
const score = [new Float64Array(MOST_CELLS), new Float64Array(MOST_CELLS), new Float64Array(MOST_CELLS)] as const;
const step = [new Uint8Array(MOST_CELLS), new Uint8Array(MOST_CELLS), new Uint8Array(MOST_CELLS)] as const;

/**
 * Compares the words of a gap by dynamic programming with affine gap costs (Gotoh 1982): equal words, words mended,
 * words parted or merged by a hyphen or a lost space, words replaced, left out, put in.
 */
export function alignGap(index: TextIndex, query: Query, gap: Gap, into: Alignment): void {
  const n = gap.wantedEnd - gap.wanted;
  if (n <= 0 || gap.placeEnd <= gap.place) return;
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
  const m = gap.placeEnd - place;
  const width = m + 1;
  const [pair, noWanted, noPlace] = score;
  const [pairStep, noWantedStep, noPlaceStep] = step;
  const q = query.tokens;
  const p = index.tokens;
  for (let i = 0; i <= n; i++) {
    const telling = i === 0 ? 0 : Math.min(1.5, 0.3 + tellingOf(index, q.hash[wanted + i - 1] as number) / 8);
    for (let j = 0; j <= m; j++) {
      const cell = i * width + j;
      let best = Number.NEGATIVE_INFINITY;
      let by = BEGIN;
      if (i === 0 && (j === 0 || gap.open === 'start')) best = 0;
      if (i > 0 && j > 0) {
        const a = wanted + i - 1;
        const b = place + j - 1;
        const equal = q.hash[a] === p.hash[b];
        const gain = equal ? telling : resembles(q, a, p, b) ? telling * 0.6 : -ONE_FOR_ANOTHER;
        best = top(cell - width - 1) + gain;
        by = PAIR;
        if (!equal && j > 1 && (q.size[a] as number) === (p.size[b] as number) + (p.size[b - 1] as number)) {
          const joined = joinedHash(p.hash[b - 1] as number, p.hash[b] as number, p.size[b] as number);
          if (joined === q.hash[a] && top(cell - width - 2) + telling > best) {
            best = top(cell - width - 2) + telling;
            by = PARTED;
          }
        }
        if (!equal && i > 1 && (p.size[b] as number) === (q.size[a] as number) + (q.size[a - 1] as number)) {
          const joined = joinedHash(q.hash[a - 1] as number, q.hash[a] as number, q.size[a] as number);
          if (joined === p.hash[b] && top(cell - 2 * width - 1) + telling > best) {
            best = top(cell - 2 * width - 1) + telling;
            by = MERGED;
          }
        }
      }
      pair[cell] = best;
      pairStep[cell] = by;
      openOrExtend(i > 0 ? cell - width : -1, noWanted, noWantedStep, cell, false);
      openOrExtend(j > 0 ? cell - 1 : -1, noPlace, noPlaceStep, cell, gap.open === 'end' && i === n);
    }
  }
}

/** The better of beginning to leave words out after a cell, and of going on with it. */
function openOrExtend(from: number, scores: Float64Array, steps: Uint8Array, cell: number, free: boolean): void {
  if (from < 0) {
    scores[cell] = Number.NEGATIVE_INFINITY;
    return;
  }
  const other = way(from);
  const first = (score[other] as Float64Array)[from] as number;
  const opened = first - (free ? 0 : FIRST_LEFT_OUT);
  const extended = (scores[from] as number) - (free ? 0 : NEXT_LEFT_OUT);
  scores[cell] = Math.max(opened, extended);
  steps[cell] = opened >= extended ? other : scores === score[1] ? WITHOUT_WANTED : WITHOUT_PLACE;
}

/** Which of the three ways to stand in a cell is best. */
function way(cell: number): 0 | 1 | 2 {
  const [pair, noWanted, noPlace] = score;
  const a = pair[cell] as number;
  const b = noWanted[cell] as number;
  const c = noPlace[cell] as number;
  return a >= b && a >= c ? PAIR : b >= c ? WITHOUT_WANTED : WITHOUT_PLACE;
}

function top(cell: number): number {
  return (score[way(cell)] as Float64Array)[cell] as number;
}

function trace(gap: Gap, into: Alignment): void {
  let i = gap.wantedEnd - gap.wanted;
  let j = gap.placeEnd - gap.place;
  const width = j + 1;
  let now: number = way(i * width + j);
  while (i > 0 || j > 0) {
    const cell = i * width + j;
    if (now === PAIR) {
      const by = (step[0] as Uint8Array)[cell];
      if (by === BEGIN) return;
      const a = gap.wanted + i - 1;
      const b = gap.place + j - 1;
      if (by === PARTED) put(into, a, EQUAL, b - 1, b);
      else if (by === MERGED) {
        put(into, a, EQUAL, b, b);
        put(into, a - 1, EQUAL, b, b);
      } else put(into, a, OTHER, b, b);
      i -= by === MERGED ? 2 : 1;
      j -= by === PARTED ? 2 : 1;
      now = way(i * width + j);
    } else {
      const by = (step[now as 1 | 2] as Uint8Array)[cell] as number;
      if (now === WITHOUT_WANTED) i--;
      else j--;
      now = by;
    }
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
