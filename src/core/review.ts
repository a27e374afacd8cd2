/** How well the reader recalled: 1 again, 2 hard, 3 good, 4 easy. */
export const GRADES = [1, 2, 3, 4] as const;
export type Grade = (typeof GRADES)[number];

/**
 * What FSRS knows of the reader's memory of one item (https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm),
 * as plain numbers: times in milliseconds since 1970, stability in days, difficulty from 1 to 10.
 */
export interface CardState {
  due: number;
  stability: number;
  difficulty: number;
  /** Days from the last review to `due`; 0 while an item is learned within a day. */
  scheduledDays: number;
  learningSteps: number;
  reps: number;
  lapses: number;
  state: 'learning' | 'review' | 'relearning';
  lastReview: number;
}

/** What a reader reviews: an own highlight with its note, or a claim and its strongest counterargument. */
export type ReviewSubject = { kind: 'annotation'; annotationId: string } | { kind: 'claim'; claimId: string };

/** What the library holds of an item that was graded or set aside; others have no row. */
export interface Review {
  /** See itemOf. */
  id: string;
  articleKey: string;
  subject: ReviewSubject;
  /** `null` before the first grade. */
  card: CardState | null;
  /** Not asked before this moment; `null` when not buried. */
  buriedUntil: number | null;
  /** Not asked until the reader says so. */
  paused: boolean;
}

/** An item as its row names it. */
export type ReviewItem = Pick<Review, 'id' | 'articleKey' | 'subject'>;

/** One grade given: for the heat map, and to take it back. */
export interface GradeGiven {
  /** UUIDv7, given where the reader acted, so that a repeated request changes nothing. */
  id: string;
  itemId: string;
  grade: Grade;
  time: number;
  before: CardState | null;
  after: CardState;
}

/** What of an article is reviewed. Articles without a row: notes yes, claims no. */
export interface ReviewChoice {
  articleKey: string;
  notes: boolean;
  claims: boolean;
}

/** What the reader chose for reviewing. */
export interface ReviewSettings {
  /** Reviews a day. */
  goal: number;
  /** Whether the toolbar button counts what is due where no article is open. */
  badge: boolean;
}

/** An item by its subject: one for each annotation, and one for each claim of an article (claims' ids are its own). */
export const itemOf = (articleKey: string, subject: ReviewSubject): ReviewItem => ({
  id: subject.kind === 'annotation' ? `annotation:${subject.annotationId}` : `claim:${articleKey}:${subject.claimId}`,
  articleKey,
  subject,
});

/** The choice for an article about which none was made. */
export const defaultChoice = (articleKey: string): ReviewChoice => ({ articleKey, notes: true, claims: false });
