import { useEffect, useState } from 'preact/hooks';
import { toBase64 } from '../../core/bytes';
import { t } from '../../i18n/messages';
import { joinFolder, opensFolder } from '../../sync/join';
import { switchOn } from '../../sync/run';
import { recoveryCodeOf, type Secret, secretOfCode } from '../../sync/secret';
import { Dialog, Failure } from '../exchange/dialog';
import { Field } from './field';
import { useAttempt } from './use-attempt';
import { type Found, Where } from './where';

/** Shorter passphrases are guessed by trying, whatever a try costs. */
const SHORTEST = 10;

/** The set-up in three steps: where the files are, what seals them, what this device is called. Nothing is kept before the last. */
export function SetUpDialog({ close }: { close: () => void }) {
  const [found, setFound] = useState<Found | null>(null);
  const [secret, setSecret] = useState<Secret | null>(null);
  const step = found === null ? 1 : secret === null ? 2 : 3;
  return (
    <Dialog title={t('sync_title')} close={close}>
      <p class="small quiet">{t('sync_step', { step })}</p>
      {found === null ? (
        <Where done={setFound} />
      ) : secret === null ? (
        <Lock found={found} done={setSecret} back={() => setFound(null)} />
      ) : (
        <ThisDevice found={found} secret={secret} done={close} />
      )}
    </Dialog>
  );
}

interface LockProps {
  found: Found;
  done: (secret: Secret) => void;
  back: () => void;
}

function Lock({ found: { folder, inUse }, done, back }: LockProps) {
  const [typed, setTyped] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const open = () =>
    attempt(async () => {
      const code = inUse ? await secretOfCode(typed) : null;
      const secret = code && (await opensFolder(folder, code)) ? code : await joinFolder(folder, typed);
      if (!secret) throw new Error(t('sync_passphrase_wrong'));
      done(secret);
    });
  return (
    <form
      class="sync-step"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <h3>{t('sync_lock')}</h3>
      <Field
        label={t(inUse ? 'sync_passphrase_old' : 'sync_passphrase_new')}
        first
        help={inUse ? '' : t('sync_passphrase_new_help')}
        secret
        value={typed}
        onInput={setTyped}
      />
      <p class="small" role="status">
        {busy ? t('sync_opening') : ''}
      </p>
      <Failure words={failure} />
      <p class="deeds">
        <button type="submit" class="button" disabled={busy || (!inUse && typed.length < SHORTEST)}>
          {t('sync_next')}
        </button>
        <button type="button" class="link" onClick={back}>
          {t('sync_back')}
        </button>
      </p>
    </form>
  );
}

function ThisDevice({ found: { place, directory }, secret, done }: { found: Found; secret: Secret; done: () => void }) {
  const [name, setName] = useState(browserName());
  const [code, setCode] = useState('');
  const { busy, failure, attempt } = useAttempt();
  useEffect(() => void recoveryCodeOf(secret).then(setCode), [secret]);
  const start = () =>
    attempt(async () => {
      const device = { id: crypto.randomUUID(), name: name.trim().slice(0, 100) || browserName() };
      await switchOn({ place, secret: toBase64(secret), device }, directory);
      done();
    });
  return (
    <form
      class="sync-step"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <h3>{t('sync_device')}</h3>
      <Field label={t('sync_device_name')} first value={name} onInput={setName} />
      <h3>{t('sync_recovery')}</h3>
      <p>
        <code class="recovery">{code}</code>
      </p>
      <p class="small quiet">{t('sync_recovery_help')}</p>
      <Failure words={failure} />
      <p class="deeds">
        <button type="submit" class="button" disabled={busy}>
          {t('sync_start')}
        </button>
      </p>
    </form>
  );
}

/** A first name for this device; the reader may know a better one. */
const browserName = (): string => (navigator.userAgent.includes('Firefox/') ? 'Firefox' : 'Chrome');
