import { library } from './library';
import { vault } from './snapshots';

/** What the browser says of our storage. Bytes are its estimates, of all our databases together. */
export interface StorageState {
  usage: number | null;
  quota: number | null;
  /** Whether the browser has promised not to evict it. Chromium says no and spares it all the same, by `unlimitedStorage`. */
  persisted: boolean;
}

export async function storageState(): Promise<StorageState> {
  const [{ usage = null, quota = null }, persisted] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return { usage, quota, persisted };
}

/** How the reader's own copies stand. */
export interface Keeping {
  /** Milliseconds since 1970; `null` when nothing was ever exported whole. */
  lastExport: number | null;
  /** Whether to remind of an export now. Once answered, it is never asked again. */
  remind: boolean;
}

/** Fewer annotations than this, or younger than this many milliseconds, are not worth a reminder. */
const WORTH = 20;
const AGE = 14 * 86_400_000;

export async function keeping(now: number = Date.now()): Promise<Keeping> {
  const [exported, reminded, count, oldest] = await Promise.all([
    vault.marks.get('lastExport'),
    vault.marks.get('reminded'),
    library.annotations.count(),
    library.annotations.orderBy('created').first(),
  ]);
  const lastExport = typeof exported?.value === 'number' ? exported.value : null;
  const old = oldest !== undefined && oldest.created < now - AGE;
  return { lastExport, remind: lastExport === null && !reminded && count >= WORTH && old };
}

/** Notes that the whole library was taken out. */
export async function recordExport(now: number = Date.now()): Promise<void> {
  await vault.marks.put({ name: 'lastExport', value: now });
}

/** The reminder was answered, one way or the other. */
export async function dismissReminder(now: number = Date.now()): Promise<void> {
  await vault.marks.put({ name: 'reminded', value: now });
}

/** The folder for backups that the reader picked; `null` when there is none. A handle can be stored, not exported. */
export async function backupFolder(): Promise<FileSystemDirectoryHandle | null> {
  const row = await vault.marks.get('folder');
  return row?.value instanceof FileSystemDirectoryHandle ? row.value : null;
}

export async function rememberBackupFolder(folder: FileSystemDirectoryHandle): Promise<void> {
  await vault.marks.put({ name: 'folder', value: folder });
}
