import { useEffect, useState } from 'preact/hooks';
import { locale, t } from '../../i18n/messages';
import { sentenceOf } from '../../i18n/worded';
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
import { SidePart } from '../side-part';
import { Failure } from './dialog';
import { makeFile } from './make-file';
import { pickFolder, picksFolders, saveBackup } from './save-file';
import { SnapshotList } from './snapshot-list';
import { type Amount, UnderWay } from './under-way';

/** How safe the library is: where it is, what copies there are, and how to make one. `restored`: the library was put back. */
export function KeptSafe({ restored }: { restored: () => void }) {
  const kept = useLive(() => live(() => keeping()), []);
  const snapshots = useLive(() => live(allSnapshots), []);
  const [storage, setStorage] = useState<StorageState | null>(null);
  const [folder, setFolder] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [making, setMaking] = useState<Amount | null>(null);
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
    const off = new AbortController();
    const told = (done: number, of: number) => setMaking({ done, of, off });
    told(0, 0);
    try {
      const asked = { format: 'counterpoint', content: await readContent() };
      const where = await saveBackup(await makeFile(asked, told, off.signal), off.signal);
      await recordExport();
      return where;
    } catch (error) {
      if (off.signal.aborted) return t('exchange_called_off_export');
      throw error;
    } finally {
      setMaking(null);
    }
  };
  if (!kept || !snapshots) return null;
  const all = (
    <>
      <p class="small quiet">{storageInWords(storage)}</p>
      <p class="small quiet">{copiesInWords(kept, snapshots[0]?.taken ?? null)}</p>
      <p class="deeds small">
        {making ? (
          <UnderWay label={t('exchange_writing')} {...making} />
        ) : (
          <button type="button" class="button" onClick={() => tried(backUp)}>
            {folder ? t('exchange_back_up_to', { folder }) : t('exchange_back_up')}
          </button>
        )}
        {picksFolders() && (
          <button
            type="button"
            class="link"
            onClick={() =>
              tried(async () => {
                const picked = await pickFolder();
                if (picked) setFolder(picked.name);
                return picked ? t('exchange_will_go_to', { folder: picked.name }) : '';
              })
            }
          >
            {t(folder ? 'exchange_other_folder' : 'exchange_folder')}
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
                return t(promised ? 'exchange_has_promised' : 'exchange_did_not_promise');
              })
            }
          >
            {t('exchange_ask_browser')}
          </button>
        )}
      </p>
      <p class="small" role="status">
        {said}
      </p>
      <Failure words={failure} />
      <SnapshotList snapshots={snapshots} restored={restored} />
    </>
  );
  return (
    <section class="kept-safe" aria-label={t('exchange_kept_safe')}>
      <SidePart title={t('exchange_kept_safe')}>{all}</SidePart>
      {kept.remind && (
        <p class="small reminder" role="note">
          {t('exchange_reminder')}{' '}
          <button type="button" class="link" onClick={() => void dismissReminder()}>
            {t('exchange_no_reminder')}
          </button>
        </p>
      )}
    </section>
  );
}

function storageInWords(storage: StorageState | null): string {
  if (!storage) return t('exchange_stored_here');
  const { usage, persisted } = storage;
  const stored = usage === null ? t('exchange_stored') : t('exchange_stored_size', { size: sizeInWords(usage) });
  const promise = t(persisted ? 'exchange_promised' : 'exchange_not_promised');
  return t('exchange_storage', { stored, promise });
}

function copiesInWords({ lastExport }: Keeping, lastSnapshot: number | null): string {
  const snapshot =
    lastSnapshot === null ? t('exchange_no_snapshot') : t('exchange_last_snapshot', { day: dayInWords(lastSnapshot) });
  const exported =
    lastExport === null ? t('exchange_never_exported') : t('exchange_last_export', { day: dayInWords(lastExport) });
  return t('exchange_copies', { snapshot, export: exported });
}

/** Bytes in a unit a reader knows; 1 MB is a million. */
function sizeInWords(bytes: number): string {
  const [unit, size] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  const format = new Intl.NumberFormat(locale(), { style: 'unit', unit, maximumFractionDigits: bytes < 1e7 ? 1 : 0 });
  return format.format(bytes / size);
}
