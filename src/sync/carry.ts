import * as Y from 'yjs';
import { sameBytes } from '../core/bytes';
import { filesThat, forgetFile, keepSealed, markSent, receive, unknownFiles, unsealed } from '../store/sync-files';
import type { Device, SyncFile, Update } from '../store/sync-rows';
import { statesOf } from '../store/sync-steps';
import { type Folder, FolderError } from './folder';
import { type Parcel, unwrapped, wrapped } from './parcel';
import type { Sealer } from './secret';
import type { SyncProgress } from './status';
import { takeUp } from './take-up';

/** Who carries what where. */
export interface Carrier {
  folder: Folder;
  sealer: Sealer;
  device: Omit<Device, 'at'>;
}

/** What a run came to. */
export interface Carried {
  /** Rows of the library that were changed by what came. */
  rows: number;
  /** Files that could not be read: not whole yet, of another secret, of a newer Counterpoint. They are tried again. */
  unread: number;
  /** Updates that were opened and could not be read. */
  refused: number;
  sent: number;
}

/** Told how many of how many articles are merged, or files read or written. */
export type Progress = (of: SyncProgress['of'], done: number, all: number) => void;

/** Names of sealed files; whatever else lies in the folder is left alone. */
const OURS = /^[0-9a-f]{40}$/;
/** Bytes of updates in one file, about; and a file of fewer bytes than that, sealed, counts as small. */
const PARCEL = 2 ** 20;
const SMALL = 2 ** 16;
/** So many small files of ours are made into few. */
const MANY = 32;
/** Files received between two times of taking up. */
const AT_ONCE = 20;

/**
 * Carries everything that waits, both ways. Every step is kept before the next: after a failure or a kill the next run
 * goes on from there.
 * @throws FolderError with what the reader may do something about
 */
export async function carry(carrier: Carrier, progress?: Progress): Promise<Carried> {
  const done: Carried = { rows: 0, unread: 0, refused: 0, sent: 0 };
  const names = (await carrier.folder.list()).filter((name) => OURS.test(name));
  const unknown = await unknownFiles([...new Set(names)]);
  for (const [i, name] of unknown.entries()) {
    if (!(await fetchFile(carrier, name))) done.unread++;
    if ((i + 1) % AT_ONCE === 0) await take(done);
    progress?.('files', i + 1, unknown.length);
  }
  await take(done, progress);
  await sealOutbox(carrier);
  await restateLost(carrier, names);
  await compact(carrier);
  done.sent = await send(carrier, progress);
  await removeObsolete(carrier);
  return done;
}

async function take(done: Carried, progress?: Progress): Promise<void> {
  const { rows, refused } = await takeUp((articles, all) => progress?.('articles', articles, all));
  done.rows += rows;
  done.refused += refused;
}

/** @returns whether the file is done with: taken in, or gone */
async function fetchFile({ folder, sealer }: Carrier, name: string): Promise<boolean> {
  const file = await folder.read(name);
  if (file === null) return true;
  const content = await sealer.open(name, file);
  if (content === null) return false;
  const parcel = await unwrapped(content).catch(() => null);
  // Whole, and sealed by one of us: perhaps by a newer Counterpoint.
  if (parcel === null) return false;
  await receive(name, parcel.device, parcel.updates);
  return true;
}

async function sealOutbox(carrier: Carrier): Promise<void> {
  for (;;) {
    const updates = await unsealed(PARCEL);
    if (updates.length === 0) return;
    await keepSealed([await sealed(carrier, updates)], updates, []);
  }
}

async function sealed({ sealer, device }: Carrier, updates: readonly Update[]): Promise<SyncFile> {
  const byDocument = new Map<string, Uint8Array[]>();
  for (const { document, update } of updates) byDocument.set(document, [...(byDocument.get(document) ?? []), update]);
  const merged = [...byDocument].map(([document, of]) => ({ document, update: Y.mergeUpdates(of) }));
  const parcel: Parcel = { device: { ...device, at: Date.now() }, updates: merged };
  const { name, file } = await sealer.seal(await wrapped(parcel));
  return { name, state: 'waiting', bytes: file, documents: [...byDocument.keys()], size: file.length };
}

/** Says again what was in files of ours: all we know of their documents, in few files. */
async function restate(carrier: Carrier, former: SyncFile[]): Promise<void> {
  const names = [...new Set(former.flatMap(({ documents }) => documents ?? []))];
  const files: SyncFile[] = [];
  for (let i = 0; i < names.length; ) {
    const states: Update[] = [];
    for (let size = 0; size < PARCEL && i < names.length; i++) {
      const [state] = await statesOf(names.slice(i, i + 1));
      if (state) states.push(state);
      size += state?.update.length ?? 0;
    }
    if (states.length > 0) files.push(await sealed(carrier, states));
  }
  await keepSealed(files, [], former);
}

/** Many small files of ours become few; the small ones go when these stand. */
async function compact(carrier: Carrier): Promise<void> {
  const small = (await filesThat('sent')).filter(({ size = 0 }) => size < SMALL);
  if (small.length > MANY) await restate(carrier, small);
}

/** Files of ours that the folder has lost (a listing alone is not believed) are said again. */
async function restateLost(carrier: Carrier, listed: string[]): Promise<void> {
  const there = new Set(listed);
  const lost: SyncFile[] = [];
  for (const file of await filesThat('sent')) {
    if (!there.has(file.name) && (await carrier.folder.read(file.name)) === null) lost.push(file);
  }
  if (lost.length > 0) await restate(carrier, lost);
}

async function send({ folder }: Carrier, progress?: Progress): Promise<number> {
  const waiting = await filesThat('waiting');
  for (const [i, file] of waiting.entries()) {
    const bytes = Uint8Array.from(file.bytes ?? []);
    await folder.write(file.name, bytes);
    // Servers say yes and keep half of it, or nothing: only what comes back is believed.
    const kept = await folder.read(file.name);
    if (!kept || !sameBytes(kept, bytes)) throw new FolderError('broken', `${file.name} did not come back whole`);
    await markSent(file);
    progress?.('files', i + 1, waiting.length);
  }
  return waiting.length;
}

async function removeObsolete({ folder }: Carrier): Promise<void> {
  for (const { name } of await filesThat('obsolete')) {
    await folder.remove(name);
    await forgetFile(name);
  }
}
