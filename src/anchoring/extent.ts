import { type Alignment, EQUAL, GONE, MENDED, OTHER } from './align';
import { endsSentence } from './importance';
import type { Query, WeighedQuery } from './query';
import type { TextIndex } from './text-index';

/** A quote's outer word that is no more is looked for at a sentence's edge so many words around. */
const SNAP = 2;
/** So many outer words may be stray, and so far from the others they stand then. */
const MOST_STRAY = 2;
const STRAY_GAP = 5;
/** So many outer words without two in a row among them that still stand say nothing about where they stood. */
const MOST_LOOSE = 3;
/** So far from its outer word a quote's context may begin to stand. */
const MOST_APART = 3;
/** So many words of context that are gone, and it is gone. */
const NEAR_CONTEXT = 6;
/** A word that tells so much stands nowhere by chance. */
const HELD_BITS = 6;

/** Which words of a text stand for the quoted ones. */
export interface Extent {
  /** The first and the last; both -1 when none do. */
  from: number;
  to: number;
  /** That it is these, and no others beside them, is certain. */
  isSure: boolean;
}

/** One end of a quote, as it is seen from there: 1 looks from its beginning inwards, -1 from its end. */
type Step = 1 | -1;

/**
 * The text's words from the first to the last one that stands for a quoted word. Where an outer word is no more, the
 * edge is settled by what touches it: the context, a sentence's edge, or as many words as there were.
 */
export function extentOf(index: TextIndex, query: WeighedQuery, alignment: Alignment): Extent {
  const begin = edgeOf(index, query, alignment, 1);
  const end = edgeOf(index, query, alignment, -1);
  if (!begin || !end || begin.word > end.word) return { from: -1, to: -1, isSure: false };
  return { from: begin.word, to: end.word, isSure: begin.isSure && end.isSure };
}

function edgeOf(
  index: TextIndex,
  query: WeighedQuery,
  alignment: Alignment,
  step: Step,
): { word: number; isSure: boolean } | null {
  const { kind } = alignment;
  const outer = step === 1 ? query.first : query.last - 1;
  const end = step === 1 ? query.last : query.first - 1;
  let standing = withoutStray(index, query, alignment, outer, end, step);
  while (standing !== end && kind[standing] === GONE) standing += step;
  if (standing === end) return null;
  const word = near(alignment, standing, step);
  const context = outer - step;
  const isBeside = isSolid(alignment, context, -step as Step);
  const left = sentenceLeft(index, query, alignment, outer, end, step);
  if (left !== null) return { word: left, isSure: true };
  const isSentence = startsSentence(query.tokens, outer, step);
  if (standing === outer && (kind[outer] as number) >= MENDED) {
    const isHeld = isInStep(alignment, outer, step) || (isSentence && startsSentence(index.tokens, word, step));
    return { word, isSure: isHeld || !isLoose(query, alignment, outer, end, step) };
  }
  const beside = far(alignment, context, step) + step;
  // A word of the sentence before, that begins the quote too, may have been taken for its own.
  if (
    isBeside &&
    (word - beside) * step <= 2 * lostFrom(alignment, outer, standing, end, step) + 3 &&
    (!isSentence || startsSentence(index.tokens, beside, step))
  )
    return { word: beside, isSure: true };
  if (isSentence) {
    const expected = word - step * Math.abs(standing - outer);
    // Up to the first word that is one of the quoted: what stands for an outer one may be the neighbour sentence's.
    const held = heldFrom(alignment, standing, end, step);
    for (let distance = 0; distance <= SNAP; distance++) {
      for (const one of [expected - step * distance, expected + step * distance])
        if ((held - one) * step >= 0 && startsSentence(index.tokens, one, step)) return { word: one, isSure: true };
    }
  }
  return { word, isSure: isEven(alignment, outer, standing, step) };
}

/**
 * Where the first sentence of the quote that is left begins, of several: those before it are gone with what stood beside
 * them, and what stands in their place is no edit of theirs. `null` where that is not so.
 */
function sentenceLeft(
  index: TextIndex,
  { tokens }: Query,
  alignment: Alignment,
  outer: number,
  end: number,
  step: Step,
): number | null {
  let first = outer;
  while (first !== end && !isSolid(alignment, first, step)) first += step;
  if (first === end) return null;
  while (first !== outer && !startsSentence(tokens, first, step)) first -= step;
  if (Math.abs(first - outer) < MOST_LOOSE || (alignment.kind[first] as number) < MENDED) return null;
  for (let i = 1; i <= NEAR_CONTEXT; i++) if (isSolid(alignment, outer - step * i, -step as Step)) return null;
  const word = near(alignment, first, step);
  return startsSentence(index.tokens, word, step) ? word : null;
}

/** Where a word of the query stands, seen from an edge; two of the text's may stand for it. */
const near = ({ at, upto }: Alignment, word: number, step: Step): number => (step === 1 ? at : upto)[word] as number;
const far = ({ at, upto }: Alignment, word: number, step: Step): number => (step === 1 ? upto : at)[word] as number;

/** Whether a sentence begins with a word, or ends with it. */
const startsSentence = (tokens: Query['tokens'], word: number, step: Step): boolean =>
  word >= 0 && word < tokens.count && endsSentence(tokens, step === 1 ? word : word + 1);

/**
 * The outermost quoted word that stands with the others: one or two that stand apart from them, with more words between
 * than were lost or in another sentence, are there by chance, unless their context is there with them. So is the end of the
 * sentence before, where it is the word that began the quoted one.
 */
function withoutStray(
  index: TextIndex,
  { tokens }: Query,
  alignment: Alignment,
  outer: number,
  end: number,
  step: Step,
): number {
  const { kind } = alignment;
  const context = outer - step;
  if (kind[context] === undefined) return outer;
  const touches = far(alignment, context, step) + step === near(alignment, outer, step);
  if (kind[context] === EQUAL && kind[outer] === EQUAL && touches) return outer;
  const isOutside =
    kind[outer] !== GONE &&
    startsSentence(tokens, outer, step) &&
    !startsSentence(index.tokens, near(alignment, outer, step), step);
  let stood = -1;
  for (let i = outer, words = 0; i !== end && words <= MOST_STRAY; i += step) {
    if (kind[i] === GONE) continue;
    if (stood >= 0) {
      const from = far(alignment, stood, step);
      const to = near(alignment, i, step);
      const apart = Math.abs(to - from) - 1;
      if (apart > 2 * (Math.abs(i - stood) - 1) + STRAY_GAP) return i;
      if ((apart > 0 || isOutside) && isParted(index.tokens, from, to, step) && !isParted(tokens, stood, i, step))
        return i;
    }
    stood = i;
    words++;
  }
  return outer;
}

/** Whether a sentence ends between two words. */
function isParted(tokens: Query['tokens'], from: number, to: number, step: Step): boolean {
  for (let word = from + step; word !== to + step; word += step) if (startsSentence(tokens, word, step)) return true;
  return false;
}

/** A word that stands there with its neighbour (that may be mended), or alone at the text's edge. */
function isSolid(alignment: Alignment, word: number, step: Step): boolean {
  const { kind } = alignment;
  if (kind[word] !== EQUAL) return false;
  const next = word + step;
  if (kind[next] === undefined) return true;
  return (kind[next] as number) >= MENDED && near(alignment, next, step) === far(alignment, word, step) + step;
}

/** Whether the outer word stands right beside its context, or as many words from it as it stood. */
function isInStep(alignment: Alignment, outer: number, step: Step): boolean {
  const { kind } = alignment;
  for (let apart = 1; apart <= MOST_APART; apart++) {
    const context = outer - step * apart;
    const isThere = apart === 1 ? kind[context] === EQUAL : isSolid(alignment, context, -step as Step);
    if (isThere && (near(alignment, outer, step) - far(alignment, context, step)) * step === apart) return true;
  }
  return isSolid(alignment, outer - step, -step as Step);
}

/** Whether nothing holds the outer word: it tells little, and no two in a row stand near the edge. */
function isLoose({ telling }: WeighedQuery, alignment: Alignment, outer: number, end: number, step: Step): boolean {
  if ((telling[outer] as number) >= HELD_BITS) return false;
  const place = near(alignment, outer, step);
  for (let i = outer; i !== end; i += step) {
    if (isSolid(alignment, i, step)) {
      // As many words as there were stand between it and the first two in a row.
      return Math.abs(i - outer) >= MOST_LOOSE && near(alignment, i, step) - place !== i - outer;
    }
  }
  return false;
}

/**
 * Whether the outer word of a quote, which is no more, stood in a gap of as many words as it has now: then one stands
 * for each. Where it has more or fewer, nobody knows which of them were quoted.
 */
function isEven(alignment: Alignment, outer: number, standing: number, step: Step): boolean {
  const { kind } = alignment;
  let inner = standing;
  while (kind[inner] !== EQUAL && kind[inner] !== undefined) inner += step;
  let context = outer - step;
  while (kind[context] !== EQUAL && kind[context] !== undefined) context -= step;
  // With no context left, one word that stands for one is taken for it, and no more than one.
  if (kind[context] === undefined) return kind[outer] === OTHER && inner === outer + step;
  if (kind[inner] === undefined) return false;
  return (near(alignment, inner, step) - far(alignment, context, step)) * step === Math.abs(inner - context);
}

/** Where the outermost quoted word that is no other word stands. */
function heldFrom(alignment: Alignment, standing: number, end: number, step: Step): number {
  let i = standing;
  while (i !== end && (alignment.kind[i] as number) < MENDED) i += step;
  return near(alignment, i === end ? standing : i, step);
}

/** How many outer words are no more: those that are others, or stand astray. */
function lostFrom({ kind }: Alignment, outer: number, standing: number, end: number, step: Step): number {
  let i = standing;
  while (i !== end && (kind[i] as number) < MENDED) i += step;
  return Math.abs(i - outer);
}
