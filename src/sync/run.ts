import { forgetSync, markEverything } from '../store/sync-steps';
import { type Account, dropAccount, keepAccount, readAccount } from './account';
import { fromBase64 } from './bytes';
import { carry, type Progress } from './carry';
import { FolderError } from './folder';
import { sealerOf } from './secret';
import { noteStatus, type SyncStatus, syncStatus } from './status';
import { webdavFolder } from './webdav';

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
export async function runSync(progress?: Progress): Promise<SyncStatus | null> {
  const account = await readAccount();
  if (!account) return null;
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? run(account, progress) : null));
}

async function run(account: Account, progress?: Progress): Promise<SyncStatus> {
  const before = await syncStatus();
  const tried = Date.now();
  const status = await attempt(account, progress).then(
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

async function attempt({ secret, device, ...place }: Account, progress?: Progress) {
  if (!navigator.onLine && !new URL(place.url).hostname.match(/^(localhost|127\.0\.0\.1)$/)) {
    throw new FolderError('offline', 'the browser is offline');
  }
  return carry({ folder: webdavFolder(place), sealer: await sealerOf(fromBase64(secret)), device }, progress);
}

/** Switches sync on: all that is in the library waits to be said from now on. */
export async function switchOn(account: Account): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    await forgetSync();
    await markEverything();
    await keepAccount(account);
  });
}

/** Switches sync off. What the reader keeps stays, here and in the folder. */
export async function switchOff(): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    await dropAccount();
    await forgetSync();
  });
}
