import type { Quote } from './quote';

export const COLORS = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;
export type Color = (typeof COLORS)[number];

/** What an annotation is about: words of the article, or one of its claims (kept readable should the claim go). */
export type Target = { kind: 'words'; quote: Quote } | { kind: 'claim'; claimId: string; statement: string };

/** What the reader keeps. */
export interface Annotation {
  /** UUIDv7, given by the context in which the reader acted, so that a repeated request changes nothing. */
  id: string;
  /** Key of the article's address. */
  articleKey: string;
  target: Target;
  color: Color;
  /** Plain text as typed; empty when there is none. */
  note: string;
  tags: string[];
  /** Milliseconds since 1970. */
  created: number;
  updated: number;
  /** When it was put into the bin; `null` while it stands. */
  deleted: number | null;
}

/** What the reader may change of an annotation. */
export type AnnotationChange = Partial<Pick<Annotation, 'color' | 'note' | 'tags'>>;

/** An article the reader has opened. */
export interface ReadArticle {
  key: string;
  url: string;
  headline: string;
  /** foldHeadline(headline): finds the notes again when the site changes an article's address. */
  headlineFold: string;
  /** Milliseconds since 1970. */
  lastRead: number;
}
