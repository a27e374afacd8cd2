import type { Change } from '../anchoring/outcome';
import type { Annotation } from '../core/annotation';
import type { Claim } from '../core/claim';
import type { FoundEcho } from '../core/echo';
import type { Place } from '../core/place';
import type { Excerpt, Quote, Span } from '../core/quote';

/** A claim or an annotation of this article, and where on the page its words are. */
export type Mark = (ClaimMark | AnnotationMark | EchoMark) & {
  /** `null` for what stands on no words of its own (a note on a claim). */
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

/** A sentence that resembles a claim of another article. */
interface EchoMark {
  kind: 'echo';
  claim: Claim;
  article: FoundEcho['article'];
}

export function markId(mark: Mark): string {
  if (mark.kind === 'annotation') return mark.annotation.id;
  return mark.kind === 'claim' ? mark.claim.id : `${mark.article.key}#${mark.claim.id}`;
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

/** Where the words are, in viewport pixels: one box for each line. */
export const linesOf = (mark: Mark): DOMRect[] => mark.ranges.flatMap((range) => [...range.getClientRects()]);
