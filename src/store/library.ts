import { Dexie, type Table } from 'dexie';
import type { Annotation, ReadArticle } from '../core/annotation';
import type { OwnClaim } from '../core/own-claim';
import type { GradeGiven, Review, ReviewChoice } from '../core/review';
import type { ClaimStance } from '../core/stance';

/** A choice of the reader, by its name. */
export interface SettingRow {
  name: string;
  value: unknown;
}

/** What is left of an annotation that was deleted for good: that there was one, so that no copy of it comes back. */
export interface Tombstone {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** The library: everything the reader keeps, in IndexedDB on the reader's machine. */
export class Library extends Dexie {
  declare annotations: Table<Annotation, string>;
  declare articles: Table<ReadArticle, string>;
  declare tombstones: Table<Tombstone, string>;
  declare settings: Table<SettingRow, string>;
  declare stances: Table<ClaimStance, [articleKey: string, claimId: string]>;
  declare reviews: Table<Review, string>;
  declare reviewLog: Table<GradeGiven, string>;
  declare reviewChoices: Table<ReviewChoice, string>;
  declare ownClaims: Table<OwnClaim, string>;

  constructor(name = 'counterpoint') {
    // Strict: a transaction is complete when it is on disk, not when the operating system has heard of it.
    super(name, { chromeTransactionDurability: 'strict' });
    // Released versions are never edited; a new one is added below, with an upgrade test.
    this.version(1).stores({
      annotations: 'id, articleKey, created, updated, deleted, *tags, lastSeen.at',
      articles: 'key, headlineFold, lastRead',
      tombstones: 'id',
      settings: 'name',
      stances: '[articleKey+claimId], articleKey',
      reviews: 'id, articleKey',
      reviewLog: 'id, itemId, time',
      reviewChoices: 'articleKey',
    });
    // What is due is found without reading what is not.
    this.version(2).stores({ reviews: 'id, articleKey, card.due' });
    // Claims that the reader has made.
    this.version(4).stores({ ownClaims: 'id, articleKey' });
  }
}

export const library = new Library();
