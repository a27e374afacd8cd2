import { type Alignment, EQUAL, GONE, MENDED, OTHER } from './align';
import { endsSentence } from './importance';
import type { Query } from './query';
import type { TextIndex } from './text-index';

/** A quote's outer word is looked for at a sentence's edge this many words around. */
const SNAP = 3;
/** So many outer words may be stray, and so far from the others they stand then. */
const MOST_STRAY = 2;
const STRAY_GAP = 5;
/** More words put in between the quoted ones than this are another place's. */
const MOST_PUT_IN = 24;
/** So many outer words without two in a row among them that still stand say nothing about where they stood. */
const MOST_LOOSE = 3;

/**
 * The text's words from the first to the last one that stands for a quoted word; both -1 when none does. Where an outer
 * word was replaced, the edge is settled by what touches it: the context, or the sentence's edge.
 */
export function extentOf(
  index: TextIndex,
  query: Query,
  alignment: Alignment,
): [from: number, to: number, isSure: boolean] {
  const { kind, at, upto } = alignment;
  const { first, last, tokens } = query;
  let from = -1;
  let to = -1;
  const begin = withoutStray(alignment, first, last, 1);
  const end = withoutStray(alignment, last - 1, first - 1, -1) + 1;
  for (let i = begin; i < end; i++) {
    if (kind[i] === GONE) continue;
    if (from < 0) from = at[i] as number;
    to = upto[i] as number;
  }
  if (from < 0) return [-1, -1, false];
  let isSure = true;
  if ((kind[first] as number) < MENDED) {
    const before = isSolid(alignment, first - 1, -1) ? (upto[first - 1] as number) + 1 : -1;
    if (before >= 0 && from - before <= most(alignment, first, last, 1)) from = before;
    else if (before < 0 && endsSentence(tokens, first)) from = snap(from, (k) => endsSentence(index.tokens, k));
    else isSure = isEven(alignment, first, 1);
  }
  if ((kind[last - 1] as number) < MENDED) {
    const after = isSolid(alignment, last, 1) ? (at[last] as number) - 1 : -1;
    if (after >= 0 && after - to <= most(alignment, last - 1, first - 1, -1)) to = after;
    else if (after < 0 && endsSentence(tokens, last)) to = snap(to, (k) => endsSentence(index.tokens, k + 1));
    else isSure &&= isEven(alignment, last - 1, -1);
  }
  isSure &&= !isLoose(alignment, first, last, 1) && !isLoose(alignment, last - 1, first - 1, -1);
  isSure &&= to - from - (last - first) < MOST_PUT_IN;
  return from <= to ? [from, to, isSure] : [-1, -1, false];
}

/**
 * The outermost quoted word that stands with the others: one or two that stand apart from them, with more words between
 * than were lost, are there by chance, unless their context is there with them.
 */
function withoutStray({ kind, at, upto }: Alignment, outer: number, end: number, step: 1 | -1): number {
  const context = outer - step;
  if (kind[context] === undefined) return outer;
  const touches =
    step === 1 ? (upto[context] as number) + 1 === at[outer] : (at[context] as number) - 1 === upto[outer];
  if (kind[context] === EQUAL && kind[outer] === EQUAL && touches) return outer;
  let stood = -1;
  for (let i = outer, words = 0; i !== end && words <= MOST_STRAY; i += step) {
    if (kind[i] === GONE) continue;
    if (stood >= 0) {
      const apart =
        step === 1 ? (at[i] as number) - (upto[stood] as number) : (at[stood] as number) - (upto[i] as number);
      if (apart - 1 > 2 * (Math.abs(i - stood) - 1) + STRAY_GAP) return i;
    }
    stood = i;
    words++;
  }
  return outer;
}

/** A word of context that stands there with its neighbour, or alone at the text's edge. */
function isSolid({ kind, at, upto }: Alignment, word: number, step: 1 | -1): boolean {
  if (kind[word] !== EQUAL) return false;
  const next = word + step;
  if (kind[next] === undefined) return true;
  return (
    kind[next] === EQUAL &&
    (step === 1 ? at[next] === (upto[word] as number) + 1 : upto[next] === (at[word] as number) - 1)
  );
}

/** Whether nothing holds the outer words: neither the context beside them nor two of them that stand in a row. */
function isLoose(alignment: Alignment, outer: number, end: number, step: 1 | -1): boolean {
  if (isSolid(alignment, outer - step, -step as 1 | -1)) return false;
  for (let i = outer; i !== end; i += step) {
    if (isSolid(alignment, i, step)) return Math.abs(i - outer) >= MOST_LOOSE;
  }
  return false;
}

/**
 * Whether the outer word of a quote, which is no more, stood in a gap of as many words as it has now: then one stands
 * for each. Where it has more or fewer, nobody knows which of them were quoted.
 */
function isEven({ kind, at, upto }: Alignment, outer: number, step: 1 | -1): boolean {
  let inner = outer;
  while (kind[inner] !== EQUAL && kind[inner] !== undefined) inner += step;
  let context = outer;
  while (kind[context] !== EQUAL && kind[context] !== undefined) context -= step;
  // With no context left, one word that stands for one is taken for it, and no more than one.
  if (kind[context] === undefined) return kind[outer] === OTHER && inner === outer + step;
  if (kind[inner] === undefined) return false;
  const now =
    step === 1 ? (at[inner] as number) - (upto[context] as number) : (at[context] as number) - (upto[inner] as number);
  return now === Math.abs(inner - context);
}

/** How many words may have taken the place of the outer ones that are no more: somewhat more than these. */
function most({ kind }: Alignment, outer: number, end: number, step: 1 | -1): number {
  let lost = 0;
  for (let i = outer; i !== end && (kind[i] as number) < MENDED; i += step) lost++;
  return 2 * lost + 3;
}

/** The nearest word for which `isEdge` holds, or the word itself. */
function snap(word: number, isEdge: (word: number) => boolean): number {
  for (let distance = 0; distance <= SNAP; distance++) {
    if (isEdge(word + distance)) return word + distance;
    if (word >= distance && isEdge(word - distance)) return word - distance;
  }
  return word;
}
