import type { Table } from 'dexie';
import type { Annotation, ReadArticle } from '../core/annotation';
import type { OwnClaim } from '../core/own-claim';
import type { GradeGiven, Review, ReviewChoice } from '../core/review';
import type { ClaimStance } from '../core/stance';
import { type ChangedDocument, noteChanges } from './changes';
import { Reopened } from './reopened';
import {
  type Conflict,
  type Device,
  type StoredDocument,
  SYNC_TABLES,
  type SyncFile,
  type SyncNote,
  type Update,
} from './sync-rows';

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
export class Library extends Reopened {
  declare annotations: Table<Annotation, string>;
  declare articles: Table<ReadArticle, string>;
  declare tombstones: Table<Tombstone, string>;
  declare settings: Table<SettingRow, string>;
  declare stances: Table<ClaimStance, [articleKey: string, claimId: string]>;
  declare reviews: Table<Review, string>;
  declare reviewLog: Table<GradeGiven, string>;
  declare reviewChoices: Table<ReviewChoice, string>;
  declare ownClaims: Table<OwnClaim, string>;
  // What sync knows, see sync-rows.ts; here and not apart, so that one transaction covers it and the rows.
  declare changes: Table<ChangedDocument, string>;
  declare documents: Table<StoredDocument, string>;
  declare inbox: Table<Update, number>;
  declare outbox: Table<Update, number>;
  declare syncFiles: Table<SyncFile, string>;
  declare syncDevices: Table<Device, string>;
  declare syncNotes: Table<SyncNote, string>;
  declare syncConflicts: Table<Conflict, [id: string, field: string]>;

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
    this.version(3).stores({
      changes: 'document',
      documents: 'name',
      inbox: '++id, document',
      outbox: '++id',
      syncFiles: 'name, state',
      syncDevices: 'id',
      syncNotes: 'name',
      syncConflicts: '[id+field], document',
    });
    // Claims that the reader has made.
    this.version(4).stores({ ownClaims: 'id, articleKey' });
    this.use(noteChanges);
  }

  /** The tables of what the reader keeps; the others are of sync, on this device only. */
  get keeping(): Table[] {
    return this.tables.filter(({ name }) => !SYNC_TABLES.includes(name));
  }
}

export const library = new Library();
