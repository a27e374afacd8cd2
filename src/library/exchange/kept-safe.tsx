import { useEffect, useState } from 'preact/hooks';
import { readContent } from '../../store/content';
import {
  backupFolder,
  dismissReminder,
  type Keeping,
  keeping,
  recordExport,
  type StorageState,
  storageState,
} from '../../store/keeping';
import { live } from '../../store/live';
import { allSnapshots } from '../../store/snapshots';
import { dayInWords } from '../../ui/dates';
import { useLive } from '../../ui/use-live';
import { Failure, sentenceOf } from './dialog';
import { pickFolder, picksFolders, saveBackup } from './save-file';
import { SnapshotList } from './snapshot-list';

/** How safe the library is: where it is, what copies there are, and how to make one. `restored`: the library was put back. */
export function KeptSafe({ restored }: { restored: () => void }) {
  const kept = useLive(() => live(() => keeping()), []);
  const snapshots = useLive(() => live(allSnapshots), []);
  const [storage, setStorage] = useState<StorageState | null>(null);
  const [folder, setFolder] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const look = () => storageState().then(setStorage, () => setStorage(null));
  useEffect(() => {
    void look();
    void backupFolder().then((handle) => setFolder(handle?.name ?? null));
  }, []);
  const tried = (deed: () => Promise<string>) => {
    setFailure(null);
    deed().then(setSaid, (error: unknown) => setFailure(sentenceOf(error)));
  };
  const backUp = async () => {
    const [{ backupFile }, content] = await Promise.all([import('./formats'), readContent()]);
    const where = await saveBackup(await backupFile(content));
    await recordExport();
    return where;
  };
  if (!kept || !snapshots) return null;
  return (
    <section class="kept-safe" aria-label="Kept safe">
      <h2>Kept safe</h2>
      <p class="small quiet">{storageInWords(storage)}</p>
      <p class="small quiet">{copiesInWords(kept, snapshots[0]?.taken ?? null)}</p>
      {kept.remind && (
        <p class="small reminder" role="note">
          Your notes are in this browser only. A backup now and then keeps them should the computer be lost.{' '}
          <button type="button" class="link" onClick={() => void dismissReminder()}>
            Do not remind me
          </button>
        </p>
      )}
      <p class="deeds small">
        <button type="button" class="button" onClick={() => tried(backUp)}>
          {folder ? `Back up to ${folder}` : 'Back up now'}
        </button>
        {picksFolders() && (
          <button
            type="button"
            class="link"
            onClick={() =>
              tried(async () => {
                const picked = await pickFolder();
                if (picked) setFolder(picked.name);
                return picked ? `Backups will go to ${picked.name}.` : '';
              })
            }
          >
            {folder ? 'Another folder…' : 'To a folder…'}
          </button>
        )}
        {storage && !storage.persisted && (
          <button
            type="button"
            class="link"
            onClick={() =>
              tried(async () => {
                const promised = await navigator.storage.persist();
                await look();
                return promised
                  ? 'The browser has promised.'
                  : 'The browser did not promise; it spares extensions anyway.';
              })
            }
          >
            Ask the browser to keep it
          </button>
        )}
      </p>
      <p class="small" role="status">
        {said}
      </p>
      <Failure words={failure} />
      <SnapshotList snapshots={snapshots} restored={restored} />
    </section>
  );
}

function storageInWords(storage: StorageState | null): string {
  if (!storage) return 'On this device, in this browser.';
  const used = storage.usage === null ? '' : `${sizeInWords(storage.usage)} `;
  const persistence = storage.persisted
    ? 'The browser has promised to keep it.'
    : 'The browser has not promised to keep it; it does not evict extensions with unlimited storage.';
  return `${used}in this browser. ${persistence}`;
}

function copiesInWords({ lastExport }: Keeping, lastSnapshot: number | null): string {
  const snapshot = lastSnapshot === null ? 'No snapshot yet' : `Last snapshot ${dayInWords(lastSnapshot)}`;
  return `${snapshot}; ${lastExport === null ? 'never exported' : `last export ${dayInWords(lastExport)}`}.`;
}

/** Bytes in a unit a reader knows; 1 MB is a million. */
function sizeInWords(bytes: number): string {
  const [unit, size] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  const format = new Intl.NumberFormat('en', { style: 'unit', unit, maximumFractionDigits: bytes < 1e7 ? 1 : 0 });
  return format.format(bytes / size);
}
