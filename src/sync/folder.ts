import type { Bytes } from '../core/bytes';

/**
 * A folder that several devices share, wherever it is. Nothing is asked of it but this: no locks, no conditions, no
 * order, no listing that is complete. A file is written once, by one device, and never changed.
 */
export interface Folder {
  /** Makes the folder if it is not there. @throws FolderError */
  prepare: () => Promise<void>;
  /** Names of files, in any order; some may be missing, some gone already. @throws FolderError */
  list: () => Promise<string[]>;
  /** @returns what stands there, whole or not; `null` when nothing does. @throws FolderError */
  read: (name: string) => Promise<Bytes | null>;
  /** @throws FolderError; when it does not throw, that still says little: read it back */
  write: (name: string, bytes: Bytes) => Promise<void>;
  /** Also when nothing is there. @throws FolderError */
  remove: (name: string) => Promise<void>;
}

/** Why a folder cannot be used, as far as a reader can do something about it. */
export const TROUBLES = [
  'away',
  'stuck',
  'unallowed',
  'offline',
  'denied',
  'missing',
  'stranger',
  'readonly',
  'full',
  'busy',
  'broken',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/**
 * `stuck`: a folder on disk fails. `away`: this device has no network. `unallowed`: the browser does not let us reach the server. `offline`: nobody answers. `denied`: name or password. `missing`: there is no such place. `stranger`: what answers is
 * no such server (a login page). `readonly`: may be read and not written. `full`: no room. `busy`: later. `broken`: the
 * server fails, or does not keep what it was given.
 */
export class FolderError extends Error {
  constructor(
    readonly trouble: Trouble,
    detail: string,
  ) {
    super(detail);
  }
}
