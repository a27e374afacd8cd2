import type { Change } from '../anchoring/outcome';
import type { Annotation } from '../core/annotation';
import type { Claim, GlossaryEntry } from '../core/claim';
import type { FoundEcho } from '../core/echo';
import type { Place } from '../core/place';
import type { Excerpt, Quote, Span } from '../core/quote';
import type { SharedWords } from '../core/shared-words';

/**
 * A claim, an annotation or a term of this article, a sentence that resembles a claim of another, or what others of the
 * reader's room highlighted; and where on the page its words are.
 */
export type Mark = (ClaimMark | AnnotationMark | TermMark | EchoMark | SharedMark) & {
  /** `null` for what is not looked for by anchoring: a note on a claim, which has no words of its own; a term. */
  wanted: Quote | Excerpt | null;
  place: Place;
  /** Where the words stand in the PageText; `null` unless found. */
  span: Span | null;
  /** Where they stand on the page, in reading order; empty unless found. */
  ranges: Range[];
  /** How the words were edited since they were saved; empty when they were not. */
  changes: Change[];
};

interface ClaimMark {
  kind: 'claim';
  claim: Claim;
  /** Its number in reading order, from 1. */
  number: number;
}

interface AnnotationMark {
  kind: 'annotation';
  annotation: Annotation;
}

interface TermMark {
  kind: 'term';
  entry: GlossaryEntry;
}

/** A sentence that resembles a claim of another article. */
interface EchoMark {
  kind: 'echo';
  claim: Claim;
  article: FoundEcho['article'];
}

/** What another member of the reader's room highlighted. */
interface SharedMark {
  kind: 'shared';
  shared: SharedWords;
}

export function markId(mark: Mark): string {
  if (mark.kind === 'claim') return mark.claim.id;
  if (mark.kind === 'annotation') return mark.annotation.id;
  if (mark.kind === 'shared') return mark.shared.id;
  if (mark.kind === 'echo') return `${mark.article.key}#${mark.claim.id}`;
  return `${mark.entry.term} at ${mark.span?.start}`;
}

export const claimMark = (claim: Claim, number: number): Mark => ({
  kind: 'claim',
  claim,
  number,
  wanted: claim.excerpt,
  place: 'not found',
  span: null,
  ranges: [],
  changes: [],
});

/** @param wanted the sentence, as a way back to it when the page changes */
export const echoMark = ({ claim, article }: FoundEcho, wanted: Quote): Mark => ({
  kind: 'echo',
  claim,
  article,
  wanted,
  place: 'not found',
  span: null,
  ranges: [],
  changes: [],
});

export const annotationMark = (annotation: Annotation): Mark => ({
  kind: 'annotation',
  annotation,
  wanted: annotation.target.kind === 'words' ? annotation.target.quote : null,
  place: 'not found',
  span: null,
  ranges: [],
  changes: [],
});

export const sharedMark = (shared: SharedWords): Mark => ({
  kind: 'shared',
  shared,
  wanted: shared.quote,
  place: 'not found',
  span: null,
  ranges: [],
  changes: [],
});

export const termMark = (entry: GlossaryEntry, span: Span, ranges: Range[]): Mark => ({
  kind: 'term',
  entry,
  wanted: null,
  place: 'found',
  span,
  ranges,
  changes: [],
});

/** Where the words are, in viewport pixels: one box for each line. */
export const linesOf = (mark: Mark): DOMRect[] => mark.ranges.flatMap((range) => [...range.getClientRects()]);
