import { fromBase64 } from '../core/bytes';
import { forgetSync, markEverything } from '../store/sync-steps';
import { type Account, dropAccount, keepAccount, readAccount } from './account';
import { carry, type Progress } from './carry';
import { keepDirectory } from './disk-folder';
import { FolderError } from './folder';
import { folderAt } from './place';
import { sealerOf } from './secret';
import { noteProgress, noteStatus, type SyncStatus, syncStatus } from './status';

/** Held by whichever context of the extension is syncing: there is one library, and one run at a time. */
const LOCK = 'counterpoint-sync';

/** Whether the reader pays for what is carried: nothing is then synced unasked. */
export const isMetered = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/**
 * Syncs once, unless sync is off or is going on somewhere. What befalls it is in the status; it never throws for a
 * server's sake.
 * @returns how it went; `null` when there was nothing to do
 */
export async function runSync(): Promise<SyncStatus | null> {
  const account = await readAccount();
  if (!account) return null;
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? run(account) : null));
}

async function run(account: Account): Promise<SyncStatus> {
  const before = await syncStatus();
  const tried = Date.now();
  const status = await attempt(account)
    .finally(() => noteProgress(null))
    .then(
      ({ rows, unread, refused }): SyncStatus => ({
        synced: tried,
        tried,
        trouble: null,
        rows,
        unread: unread + refused,
      }),
      (error: unknown): SyncStatus => {
        if (!(error instanceof FolderError)) throw error;
        return { synced: before?.synced ?? null, tried, trouble: error.trouble, rows: 0, unread: 0 };
      },
    );
  await noteStatus(status);
  return status;
}

async function attempt({ secret, device, place }: Account) {
  return carry({ folder: await folderAt(place), sealer: await sealerOf(fromBase64(secret)), device }, tellProgress());
}

/** Milliseconds between two notes of progress: each is a write. */
const PAUSE = 250;

/** Notes progress where every page can see it. Notes are written in the order they are made, the last one by run(). */
function tellProgress(): Progress {
  let last = 0;
  return (of, done, all) => {
    const at = Date.now();
    if (at - last < PAUSE) return;
    last = at;
    void noteProgress({ of, done, all, at });
  };
}

/** Switches sync on: all that is in the library waits to be said from now on. `directory`: of a place on disk, its handle. */
export async function switchOn(account: Account, directory: FileSystemDirectoryHandle | null): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    await forgetSync();
    await markEverything();
    if (directory) await keepDirectory(directory);
    await keepAccount(account);
  });
}

/** Switches sync off. What the reader keeps stays, here and in the folder. @param others servers that stay in use */
export async function switchOff(others: string[]): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    await dropAccount(others);
    await forgetSync();
  });
}
