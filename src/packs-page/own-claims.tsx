import { useEffect, useRef, useState } from 'preact/hooks';
import { lacksOf, type OwnClaim } from '../core/own-claim';
import { t } from '../i18n/messages';
import { live } from '../store/live';
import { allOwnClaims, changeOwnClaim } from '../store/own-claims';
import { tellPages } from '../this-article/tell-pages';
import { VerdictBadge } from '../ui/assessment';
import { ENGLISH } from '../ui/english';
import { useLive } from '../ui/use-live';
import { ClaimForm } from './claim-form';
import { ExportOwn } from './export-own';

/** Milliseconds after the last letter in which open articles take in what was written. */
const REST = 400;

interface OwnClaimsProps {
  /** Does something, says it and offers the way back. */
  done: (deed: () => Promise<{ words: string; undo?: () => Promise<void> } | null>) => Promise<void>;
}

/** The claims that the reader has made: to be written on, deleted, put back, and given away as a pack. */
export function OwnClaims({ done }: OwnClaimsProps) {
  const rows = useLive(() => live(allOwnClaims), []);
  const [open, setOpen] = useState(() => new URLSearchParams(location.search).get('claim'));
  const timer = useRef(0);
  // Who closes the page has written to the end: the article is told at once.
  useEffect(() => {
    const tell = () => void tellPages();
    window.addEventListener('pagehide', tell);
    return () => window.removeEventListener('pagehide', tell);
  }, []);
  const tellSoon = () => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void tellPages(), REST);
  };
  const claims = rows?.filter(({ deleted }) => deleted === null) ?? [];
  const binned = rows?.filter(({ deleted }) => deleted !== null) ?? [];
  const opened = claims.find(({ id }) => id === open);
  const restore = (id: string) =>
    done(async () => {
      await changeOwnClaim(id, { deleted: null });
      return { words: t('say_restored') };
    });
  const remove = (id: string) =>
    done(async () => {
      if (open === id) setOpen(null);
      await changeOwnClaim(id, { deleted: Date.now() });
      return { words: t('claim_deleted'), undo: () => restore(id) };
    });
  return (
    <>
      {opened && (
        <ClaimForm
          key={opened.id}
          claim={opened}
          keep={(text) => {
            // What cannot be kept stays in the form and says so.
            changeOwnClaim(opened.id, text).then(tellSoon, (error: unknown) => done(() => Promise.reject(error)));
          }}
          close={() => setOpen(null)}
          gone={(undo) => {
            const putBack = () =>
              done(async () => {
                undo();
                return { words: t('say_restored') };
              });
            void done(async () => ({ words: t('claim_part_gone'), undo: putBack }));
          }}
        />
      )}
      <section aria-labelledby="own">
        <h2 id="own">{t('claims_own')}</h2>
        <p class="small quiet">{t(claims.length === 0 ? 'claims_own_none' : 'claims_own_about')}</p>
        <ul class="packs">
          {claims.map((claim) => (
            <Row key={claim.id} claim={claim} edit={() => setOpen(claim.id)} remove={() => void remove(claim.id)} />
          ))}
        </ul>
        {binned.length > 0 && (
          <details class="small">
            <summary>{t('claims_own_binned', { count: binned.length })}</summary>
            <ul>
              {binned.map(({ id, statement, excerpt }) => (
                <li key={id}>
                  <span {...ENGLISH}>{statement || `${excerpt.start} …`}</span>{' '}
                  <button type="button" class="link" onClick={() => void restore(id)}>
                    {t('claim_restore')}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        )}
        {claims.length > 0 && <ExportOwn claims={claims} />}
      </section>
    </>
  );
}

function Row({ claim, edit, remove }: { claim: OwnClaim; edit: () => void; remove: () => void }) {
  const { id, statement, verdict, excerpt, article } = claim;
  const name = statement || `${excerpt.start} …`;
  return (
    <li class="pack" data-own={id}>
      <h3 {...ENGLISH}>{name}</h3>
      <p class="small quiet">
        <VerdictBadge verdict={verdict} /> · <span {...ENGLISH}>{article.headline}</span>
        {statement === '' && ` · ${t('claim_empty')}`}
        {statement !== '' && lacksOf(claim).length > 0 && ` · ${t('claim_not_whole')}`}
      </p>
      <p class="deeds">
        <button type="button" class="link" aria-label={t('claim_edit_name', { name })} onClick={edit}>
          {t('claim_edit')}
        </button>
        <button type="button" class="link" aria-label={t('claim_delete_name', { name })} onClick={remove}>
          {t('claim_delete')}
        </button>
      </p>
    </li>
  );
}
