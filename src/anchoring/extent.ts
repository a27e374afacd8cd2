import { type Alignment, EQUAL, GONE, MENDED } from './align';
import { endsSentence } from './importance';
import type { Query } from './query';
import type { TextIndex } from './text-index';

/** A quote's outer word is looked for at a sentence's edge this many words around. */
const SNAP = 3;

/**
 * The text's words from the first to the last one that stands for a quoted word; both -1 when none does. Where an outer
 * word was replaced, the edge is settled by what touches it: the context, or the sentence's edge.
 */
export function extentOf(index: TextIndex, query: Query, alignment: Alignment): [from: number, to: number] {
  const { kind, at, upto } = alignment;
  const { first, last, tokens } = query;
  let from = -1;
  let to = -1;
  for (let i = first; i < last; i++) {
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
