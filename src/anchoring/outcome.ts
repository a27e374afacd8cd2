import type { Span } from '../core/quote';
import type { WordRole } from './importance';

/** What was sought is found, is found but was edited since, or is not found. */
export type Outcome =
  | { kind: 'found'; span: Span }
  | { kind: 'edited'; span: Span; changes: Change[] }
  | { kind: 'missing'; reason: MissingReason };

/** The words are gone; stand in the page but are not shown; or stand in several places that nothing tells apart. */
export type MissingReason = 'gone' | 'hidden' | 'ambiguous';

/** Words that were replaced, taken out (`now` is empty) or put in (`was` is empty). */
export interface Change {
  was: string;
  now: string;
  /** The weightiest kind of word among them. */
  role: WordRole;
}
