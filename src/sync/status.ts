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

/** How far the run that is going on is; whichever context runs it. */
export interface SyncProgress {
  /** What is counted: articles that are merged, files that are read or written. */
  of: 'articles' | 'files';
  done: number;
  all: number;
  /** When this was noted, milliseconds since 1970: a run that was killed says nothing more. */
  at: number;
}

const NAME = 'status';
const PROGRESS = 'progress';

/** `null` before the first run. */
export const syncStatus = async (): Promise<SyncStatus | null> => (await readNote(NAME)) as SyncStatus | null;

/** `null` when no run is going on. */
export const syncProgress = async (): Promise<SyncProgress | null> => (await readNote(PROGRESS)) as SyncProgress | null;

export const noteProgress = (progress: SyncProgress | null): Promise<void> => writeNote(PROGRESS, progress);

export const noteStatus = (status: SyncStatus): Promise<void> => writeNote(NAME, status);
