import { isArticleKey } from './address';
import { foldHeadline } from './headline';
import type { Quote } from './quote';

export const COLORS = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;
export type Color = (typeof COLORS)[number];

/** What an annotation is about: words of the article, or one of its claims (kept readable should the claim go). */
export type Target = { kind: 'words'; quote: Quote } | { kind: 'claim'; claimId: string; statement: string };

/** How a quote was found when its article was last on view. */
export interface Sighting {
  /** Milliseconds since 1970. */
  at: number;
  /** `edited`: other words stand between those that stood around it. */
  outcome: 'found' | 'edited' | 'not found';
  /** Of an edited one, the words that stand there now. */
  words?: string;
  /** Of a found one, how far into the text it begins, from 0 to 1: the reading order. */
  start?: number;
}

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
  /** Not there until the article was opened again; no change of the reader's, so it leaves `updated` alone. */
  lastSeen?: Sighting;
  /** What the quote was before the reader attached it to other words, oldest first. */
  formerQuotes?: Quote[];
}

/** What the reader may change of an annotation. */
export type AnnotationChange = Partial<Pick<Annotation, 'color' | 'note' | 'tags'>>;

/** An article the reader has opened. */
export interface ReadArticle {
  key: string;
  url: string;
  headline: string;
  /** See headlineFoldOf. */
  headlineFold: string;
  /** Who wrote it, as its page said; not there when it did not. */
  author?: string;
  /** Milliseconds since 1970. */
  lastRead: number;
}

/**
 * What finds the notes on an article again when The Diplomat changes its address. Empty for other pages: of these many
 * have one headline and nothing else in common.
 */
export const headlineFoldOf = ({ key, headline }: Pick<ReadArticle, 'key' | 'headline'>): string =>
  isArticleKey(key) ? foldHeadline(headline) : '';

/** The words of an annotation as searched and shown: its quote, or the claim it is about. */
export const wordsKept = ({ target }: Annotation): string =>
  target.kind === 'words' ? target.quote.exact : target.statement;
