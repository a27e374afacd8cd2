import { type Alignment, EQUAL, GONE, MENDED } from './align';
import { endsSentence } from './importance';
import type { Query } from './query';
import type { TextIndex } from './text-index';

/** A quote's outer word is looked for at a sentence's edge this many words around. */
const SNAP = 3;
/** So many outer words may be stray, and so far from the others they stand then. */
const MOST_STRAY = 2;
const STRAY_GAP = 5;

/**
 * The text's words from the first to the last one that stands for a quoted word; both -1 when none does. Where an outer
 * word was replaced, the edge is settled by what touches it: the context, or the sentence's edge.
 */
export function extentOf(index: TextIndex, query: Query, alignment: Alignment): [from: number, to: number] {
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
  if (from < 0) return [-1, -1];
  if ((kind[first] as number) < MENDED) {
    const before = isSolid(alignment, first - 1, -1) ? (upto[first - 1] as number) + 1 : -1;
    if (before >= 0 && from - before <= most(alignment, first, last, 1)) from = before;
    else if (before < 0 && endsSentence(tokens, first)) from = snap(from, (k) => endsSentence(index.tokens, k));
  }
  if ((kind[last - 1] as number) < MENDED) {
    const after = isSolid(alignment, last, 1) ? (at[last] as number) - 1 : -1;
    if (after >= 0 && after - to <= most(alignment, last - 1, first - 1, -1)) to = after;
    else if (after < 0 && endsSentence(tokens, last)) to = snap(to, (k) => endsSentence(index.tokens, k + 1));
  }
  return from <= to ? [from, to] : [-1, -1];
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
