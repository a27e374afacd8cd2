import { useEffect, useState } from 'preact/hooks';
import { fromBase64 } from '../../core/bytes';
import { counted, t } from '../../i18n/messages';
import { sentenceOf } from '../../i18n/worded';
import { originOf, readRoom } from '../../reading-room/account';
import { live, onEveryChange } from '../../store/live';
import { countWaiting, knownDevices } from '../../store/sync-files';
import { type Account, readAccount } from '../../sync/account';
import { askAgain, nameOfPlace } from '../../sync/place';
import { isMetered, runSync, switchOff } from '../../sync/run';
import { recoveryCodeOf } from '../../sync/secret';
import { type SyncProgress, type SyncStatus, syncProgress, syncStatus } from '../../sync/status';
import { momentInWords } from '../../ui/dates';
import { useLive } from '../../ui/use-live';
import { Failure } from '../exchange/dialog';
import { SidePart } from '../side-part';
import type { SideProps } from '../slots';
import { Conflicts } from './conflicts';

/** Sync as the reader sees it: how it stands, what waits, what each device last said; or how to begin. */
export function SyncPanel({ kept, work, dialog, open }: SideProps) {
  /** `undefined` until it is known. */
  const [account, setAccount] = useState<Account | null>();
  const look = () => void readAccount().then(setAccount);
  // Anew when the set-up is over.
  useEffect(look, [dialog]);
  const status = useLive(() => live(syncStatus), []);
  useEffect(() => {
    if (status && status.rows > 0) void kept.reload();
  }, [status?.tried]);
  if (account === undefined || status === undefined) return null;
  return (
    <section class="kept-safe sync" aria-label={t('sync_title')}>
      {account ? (
        <>
          <h2>{t('sync_title')}</h2>
          <Running account={account} status={status} over={look} />
          <Conflicts work={work} />
        </>
      ) : (
        <SidePart title={t('sync_title')}>
          <p class="small quiet">{t('sync_off_words')}</p>
          <p class="deeds small">
            <button type="button" class="button" onClick={() => open({ is: 'sync' })}>
              {t('sync_set_up')}
            </button>
          </p>
        </SidePart>
      )}
    </section>
  );
}

interface RunningProps {
  account: Account;
  status: SyncStatus | null;
  /** Sync was switched off. */
  over: () => void;
}

function Running({ account, status, over }: RunningProps) {
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  const progress = useLive(() => live(syncProgress), []) ?? null;
  const devices = useLive(() => live(knownDevices), []) ?? [];
  const waiting = useWaiting(status);
  const others = devices.filter(({ id }) => id !== account.device.id);
  const sync = async () => {
    setRunning(true);
    setFailure(null);
    await runSync().catch((error: unknown) => setFailure(sentenceOf(error)));
    setRunning(false);
  };
  const off = async () => {
    const room = await readRoom();
    await switchOff(room ? [originOf(room.url)] : []);
  };
  const allow = () => void askAgain(account.place).then((allowed) => (allowed ? sync() : undefined));
  // A first sync begins at once, one that was cut off goes on, and others may have written.
  useEffect(() => {
    if (!isMetered() || !status?.synced) void sync();
    const back = () => void (isMetered() || sync());
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, []);
  return (
    <>
      <p class="small quiet">
        {account.device.name} · {nameOfPlace(account.place)}
      </p>
      <p class="small" role="status">
        {running || goesOn(progress)
          ? `${t('sync_running')} ${progressInWords(progress)}`
          : `${status?.synced ? t('sync_last', { when: momentInWords(status.synced) }) : t('sync_never')} ${
              waiting === 0 ? t('sync_waits_none') : counted('sync_waits', waiting)
            }`}
      </p>
      <Failure words={failure ?? (status?.trouble ? t(`sync_trouble_${status.trouble}`) : null)} />
      {status?.trouble === 'unallowed' && (
        <p class="deeds small">
          <button type="button" class="button" onClick={allow}>
            {t('sync_allow')}
          </button>
        </p>
      )}
      {isMetered() && <p class="small quiet">{t('sync_metered')}</p>}
      {status && status.unread > 0 && <p class="small failed">{counted('sync_unread', status.unread)}</p>}
      {others.length > 0 && (
        <details class="small">
          <summary>{t('sync_devices')}</summary>
          <ul>
            {others.map(({ id, name, at }) => (
              <li key={id}>
                <span>{name}</span>
                <span class="quiet">{t('sync_device_said', { when: momentInWords(at) })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="deeds small">
        <button type="button" class="button" disabled={running} onClick={() => void sync()}>
          {t('sync_now')}
        </button>
        <button
          type="button"
          class="link"
          onClick={() => void recoveryCodeOf(fromBase64(account.secret)).then((shown) => setCode(code ? null : shown))}
        >
          {t('sync_code_show')}
        </button>
        <button type="button" class="link" onClick={() => setLeaving(!leaving)}>
          {t('sync_switch_off')}
        </button>
      </p>
      {code && (
        <p class="small">
          <code class="recovery">{code}</code> {t('sync_recovery_help')}
        </p>
      )}
      {leaving && (
        <p class="small">
          <button type="button" class="link" onClick={() => void off().then(over)}>
            {t('sync_switch_off_sure')}
          </button>
        </p>
      )}
    </>
  );
}

/** How much waits to be sent, counted anew after every change and every run. */
function useWaiting(status: SyncStatus | null): number {
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    const count = () => void countWaiting().then(setWaiting);
    count();
    return onEveryChange(count);
  }, [status?.tried]);
  return waiting;
}

/** Milliseconds after which a run that has said nothing more counts as killed: a request may take a minute. */
const SILENT = 90_000;

/** Whether a run goes on somewhere: in the background, in another tab. */
const goesOn = (progress: SyncProgress | null): boolean => progress !== null && Date.now() - progress.at < SILENT;

function progressInWords(progress: SyncProgress | null): string {
  if (!progress) return '';
  const { of, done, all } = progress;
  return t(of === 'files' ? 'sync_progress' : 'sync_progress_articles', { done, total: all });
}
