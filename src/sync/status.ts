import { readNote, writeNote } from '../store/sync-files';
import type { Trouble } from './folder';

/** How the last run went, for the reader. Times in milliseconds since 1970. */
export interface SyncStatus {
  /** The last run that went through; `null` when none has yet. */
  synced: number | null;
  /** The last run, however it went. */
  tried: number;
  /** What kept it from going through; `null` when nothing did. */
  trouble: Trouble | null;
  /** Rows of the library that the last run changed. */
  rows: number;
  /** Files that could not be read, and updates in those that could. */
  unread: number;
}

const NAME = 'status';

/** `null` before the first run. */
export const syncStatus = async (): Promise<SyncStatus | null> => (await readNote(NAME)) as SyncStatus | null;

export const noteStatus = (status: SyncStatus): Promise<void> => writeNote(NAME, status);
