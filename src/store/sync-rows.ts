/** The tables of sync's own: what this device knows of documents and files, and nothing the reader keeps. */
export const SYNC_TABLES: readonly string[] = [
  'changes',
  'documents',
  'inbox',
  'outbox',
  'syncFiles',
  'syncDevices',
  'syncNotes',
  'syncConflicts',
];

/** A CRDT document as this device last knew it. */
export interface StoredDocument {
  /** See documents.ts. */
  name: string;
  /** A Yjs update (version 1) that makes the whole document. */
  state: Uint8Array;
}

/** A change of a document on its way: made here and not yet sent, or received and not yet taken up. */
export interface Update {
  /** Counted up by the database. */
  id?: number;
  document: string;
  /** A Yjs update (version 1). */
  update: Uint8Array;
}

/**
 * A file of the shared folder, by its name there. `read`: another device's, taken up (or of no use). `waiting`: ours,
 * sealed and not yet known to stand there whole; `sent`: ours, and seen to stand there; `obsolete`: ours, and all that
 * is in it stands in a later one too.
 */
export interface SyncFile {
  name: string;
  state: 'read' | 'waiting' | 'sent' | 'obsolete';
  /** Of one that waits, its bytes: sent again they are the same bytes under the same name. */
  bytes?: Uint8Array;
  /** Of ours, the documents it speaks of. */
  documents?: string[];
  /** Of ours, its length in bytes. */
  size?: number;
}

/** A device as its files last told of it. */
export interface Device {
  id: string;
  name: string;
  /** When it sealed the last file of it that we read, by its own clock; no later than we read it. Milliseconds since 1970. */
  at: number;
}

/**
 * What two devices said of an annotation at the same time, as the reader is asked about it. `color`, `target`: the later
 * is shown, `others` holds the rest. `note`: the words of all stand. `deleted`: it is in the bin and was changed elsewhere.
 */
export interface Conflict {
  /** The annotation's. */
  id: string;
  field: 'color' | 'target' | 'note' | 'deleted';
  document: string;
  others: unknown[];
  /** The reader has decided for what is shown; the other devices are yet to know. */
  settled: boolean;
}

/** Something sync notes for itself or for the reader, by its name. */
export interface SyncNote {
  name: string;
  value: unknown;
}
