import { useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { diskFolder } from '../../sync/disk-folder';
import type { Folder } from '../../sync/folder';
import { tryFolder } from '../../sync/join';
import { askForHost, type Place } from '../../sync/place';
import { folderAddress, webdavFolder } from '../../sync/webdav';
import { Failure } from '../exchange/dialog';
import { pickDirectory, picksFolders } from '../exchange/save-file';
import { Field } from './field';
import { useAttempt } from './use-attempt';

/** A place that was tried. */
export interface Found {
  place: Place;
  /** Of a place on disk. */
  directory: FileSystemDirectoryHandle | null;
  folder: Folder;
  /** Whether other devices are there. */
  inUse: boolean;
}

const WAYS = ['server', 'disk'] as const;

/** The first step: where the files are. On a server, or, where the browser can, in a folder on this computer. */
export function Where({ done }: { done: (found: Found) => void }) {
  const [way, setWay] = useState<Place['on']>('server');
  return (
    <div class="sync-step">
      <h3>{t('sync_where')}</h3>
      {picksFolders() && (
        <p class="ways">
          {WAYS.map((one) => (
            <label key={one}>
              <input type="radio" name="way" checked={way === one} onChange={() => setWay(one)} /> {t(`sync_on_${one}`)}
            </label>
          ))}
        </p>
      )}
      {way === 'server' ? <OnServer done={done} /> : <OnDisk done={done} />}
    </div>
  );
}

function OnServer({ done }: { done: (found: Found) => void }) {
  const [typed, setTyped] = useState({ url: '', user: '', password: '' });
  const [found, setFound] = useState<Found | null>(null);
  const { busy, failure, attempt } = useAttempt();
  const set = (change: Partial<typeof typed>) => {
    setTyped({ ...typed, ...change });
    setFound(null);
  };
  const test = () =>
    attempt(async () => {
      const url = folderAddress(typed.url);
      if (!url) throw new Error(t('sync_url_wrong'));
      // Before anything is awaited: the browser asks only while the click lasts.
      if (!(await askForHost(url))) throw new Error(t('sync_not_allowed'));
      const folder = webdavFolder({ ...typed, url });
      const tried = await tryFolder(folder);
      setFound({ place: { on: 'server', ...typed, url }, directory: null, folder, ...tried });
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (found) done(found);
        else void test();
      }}
    >
      <Field label={t('sync_url')} help={t('sync_url_help')} value={typed.url} onInput={(url) => set({ url })} />
      <Field label={t('sync_user')} value={typed.user} onInput={(user) => set({ user })} />
      <Field
        label={t('sync_password')}
        help={t('sync_password_help')}
        secret
        value={typed.password}
        onInput={(password) => set({ password })}
      />
      <Outcome busy={busy} found={found} failure={failure} />
      <p class="deeds">
        <button type={found ? 'button' : 'submit'} class="button" disabled={busy} onClick={found ? test : undefined}>
          {t('sync_test')}
        </button>
        {found && (
          <button type="submit" class="button">
            {t('sync_next')}
          </button>
        )}
      </p>
    </form>
  );
}

function OnDisk({ done }: { done: (found: Found) => void }) {
  const [found, setFound] = useState<Found | null>(null);
  const { busy, failure, attempt } = useAttempt();
  const choose = () =>
    attempt(async () => {
      const directory = await pickDirectory('counterpoint-sync');
      if (!directory) return;
      setFound(null);
      const folder = diskFolder(directory);
      const tried = await tryFolder(folder);
      setFound({ place: { on: 'disk', name: directory.name }, directory, folder, ...tried });
    });
  return (
    <>
      <p class="small quiet">{t('sync_folder_help')}</p>
      <Outcome busy={busy} found={found} failure={failure} />
      <p class="deeds">
        <button type="button" class="button" disabled={busy} onClick={() => void choose()}>
          {t('sync_folder_choose')}
        </button>
        {found && (
          <button type="button" class="button" onClick={() => done(found)}>
            {t('sync_next')}
          </button>
        )}
      </p>
    </>
  );
}

function Outcome({ busy, found, failure }: { busy: boolean; found: Found | null; failure: string | null }) {
  const folder = found?.place.on === 'disk' ? `${found.place.name}: ` : '';
  return (
    <>
      <p class="small" role="status">
        {busy ? t('sync_testing') : found ? folder + t(found.inUse ? 'sync_works_in_use' : 'sync_works_new') : ''}
      </p>
      <Failure words={failure} />
    </>
  );
}
