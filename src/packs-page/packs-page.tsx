import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { t } from '../i18n/messages';
import { sentenceOf } from '../i18n/worded';
import { keptPacks } from '../packs/kept-packs';
import { live } from '../store/live';
import { tellPages } from '../this-article/tell-pages';
import { useLive } from '../ui/use-live';
import { giveBackHosts } from './fetch-pack';
import { OwnClaims } from './own-claims';
import { PackList } from './pack-list';
import { Preview } from './preview';
import { TakeIn } from './take-in';
import { useImport } from './use-import';

/** What was done last, and the way back where there is one. */
interface Said {
  words: string;
  undo?: () => Promise<void>;
}

/** The packs: taken in, listed, switched off, updated, removed; each in effect at once in open articles. */
export function PacksPage() {
  const packs = useLive(() => live(() => keptPacks.all()), []);
  const { importing, fromFile, fromAddress, keep, leave } = useImport();
  const [said, setSaid] = useState<Said | null>(null);
  useEffect(() => {
    document.title = `${t('packs_title')} – ${t('extension_short_name')}`;
    void giveBackHosts();
  }, []);
  // What was said of another pack would be taken for a word on this one.
  const begin = (taking: Promise<void>) => {
    setSaid(null);
    void taking;
  };
  /** Does something with the packs and says it, and that it failed where it did. */
  const done = async (deed: () => Promise<Said | null>) => {
    try {
      setSaid(await deed());
      await tellPages();
    } catch (error) {
      setSaid({ words: t('say_failed', { reason: sentenceOf(error) }) });
    }
  };
  if (!packs) return <p class="loading quiet">{t('popup_opening')}</p>;
  return (
    <>
      <header>
        <h1>{t('packs_title')}</h1>
        <nav aria-label={t('welcome_go_on')}>
          <a href={browser.runtime.getURL('src/library/index.html')}>{t('popup_library')}</a>
          <a href={browser.runtime.getURL('src/settings/index.html')}>{t('popup_settings')}</a>
        </nav>
      </header>
      <p class="quiet">{t('packs_about')}</p>
      <OwnClaims done={done} />
      <TakeIn fromFile={(file) => begin(fromFile(file))} fromAddress={(typed) => begin(fromAddress(typed))} />
      <div role="status">
        {importing.is === 'reading' && <p class="quiet">{t('packs_reading', { name: importing.name })}</p>}
      </div>
      <div role="alert">
        {importing.is === 'refused' && (
          <p class="refused">{t('packs_refused', { name: importing.name, reason: importing.reason })}</p>
        )}
      </div>
      {importing.is === 'previewed' && (
        <Preview
          preview={importing.preview}
          leave={leave}
          keep={() =>
            void done(async () => {
              const { admission } = importing.preview;
              const kept = await keep(importing.preview);
              if (!kept) return null;
              const { name, release } = kept.pack;
              const words =
                admission.kind === 'new'
                  ? t('packs_kept', { name })
                  : t('packs_updated', { name, release: String(release) });
              return { words };
            })
          }
        />
      )}
      <PackList
        packs={packs}
        enable={({ id, name }, enabled) =>
          done(async () => {
            await keptPacks.enable(id, enabled);
            return { words: t(enabled ? 'packs_shown' : 'packs_hidden', { name }) };
          })
        }
        look={({ origin }) => begin(fromAddress(origin))}
        chooseFile={() => document.getElementById('pack-file')?.click()}
        remove={({ id, name }) =>
          void done(async () => {
            const removed = await keptPacks.remove(id);
            const putBack = async () => {
              if (removed) await keptPacks.putBack(removed);
            };
            const undo = () =>
              done(async () => {
                await putBack();
                return { words: t('packs_put_back', { name }) };
              });
            return { words: t('packs_gone', { name }), undo };
          })
        }
      />
      <div class="said" role="status">
        {said && <span>{said.words}</span>}
        {said?.undo && (
          <button type="button" class="link" onClick={() => void said.undo?.()}>
            {t('undo')}
          </button>
        )}
      </div>
    </>
  );
}
