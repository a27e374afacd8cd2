import { useEffect, useRef } from 'preact/hooks';
import { counted, t } from '../i18n/messages';
import type { NamedClaim } from '../packs/admit';
import { ENGLISH } from '../ui/english';
import type { Previewed } from './use-import';

/** So many of a list are named. */
const NAMED = 12;

interface PreviewProps {
  preview: Previewed;
  keep: () => void;
  leave: () => void;
}

/** What a file holds and who vouches for it, before any of it is kept. */
export function Preview({ preview: { opened, origin, admission, fingerprint, former }, keep, leave }: PreviewProps) {
  const { pack } = opened;
  const { kind, added, removed, changed } = admission;
  const claims = pack.articles.reduce((sum, article) => sum + article.claims.length, 0);
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), [opened]);
  return (
    <section class="preview" ref={section} tabIndex={-1} aria-labelledby="preview">
      <h2 id="preview">{t('packs_preview', { origin })}</h2>
      <p class="name" {...ENGLISH}>
        {pack.name}
      </p>
      <p class="small quiet">
        {t('packs_by', { author: pack.author, release: String(pack.release), date: pack.date })}
        {' · '}
        {t('packs_holds', {
          claims: counted('claims', claims),
          articles: counted('library_articles', pack.articles.length),
        })}
      </p>
      <Signature fingerprint={fingerprint} pinned={former !== null && former.key !== null} />
      <ul class="small articles" {...ENGLISH}>
        {pack.articles.slice(0, NAMED).map(({ key, headline }) => (
          <li key={key}>{headline}</li>
        ))}
        {pack.articles.length > NAMED && <li>…</li>}
      </ul>
      {kind === 'same' && <p>{t('packs_same')}</p>}
      {kind === 'update' && former && (
        <section class="changes">
          <h3>{t('packs_changes', { release: String(former.release) })}</h3>
          <Changed words={counted('packs_added', added.length)} claims={added} />
          <Changed words={counted('packs_changed', changed.length)} claims={changed} />
          <Changed words={counted('packs_removed', removed.length)} claims={removed} />
        </section>
      )}
      <p class="deeds">
        {kind !== 'same' && (
          <button type="button" class="button" onClick={keep}>
            {kind === 'new' ? t('packs_keep') : t('packs_update', { release: String(pack.release) })}
          </button>
        )}
        <button type="button" class="link" onClick={leave}>
          {t('exchange_cancel')}
        </button>
      </p>
    </section>
  );
}

function Signature({ fingerprint, pinned }: { fingerprint: string | null; pinned: boolean }) {
  if (fingerprint === null) return <p class="signature">{t('packs_unsigned')}</p>;
  return (
    <p class="signature">
      {t('packs_signed')} <code>{fingerprint}</code>
      <span class="small quiet">{t(pinned ? 'packs_pinned' : 'packs_pin')}</span>
    </p>
  );
}

function Changed({ words, claims }: { words: string; claims: NamedClaim[] }) {
  if (claims.length === 0) return null;
  return (
    <div>
      <p class="small">{words}</p>
      <ul class="small quiet" {...ENGLISH}>
        {claims.slice(0, NAMED).map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
        {claims.length > NAMED && <li>…</li>}
      </ul>
    </div>
  );
}
