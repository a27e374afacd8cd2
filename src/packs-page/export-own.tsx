import { useState } from 'preact/hooks';
import { lacksOf, type OwnClaim } from '../core/own-claim';
import { t } from '../i18n/messages';
import { sentenceOf } from '../i18n/worded';
import { keptPacks } from '../packs/kept-packs';
import { ownPack } from '../packs/own-pack';
import { openPack } from '../packs/pack-file';
import { packUp } from '../packs/packing';
import { fingerprintOf } from '../packs/signature';
import { live } from '../store/live';
import { nextOwnPack, readOwnPack } from '../store/own-pack';
import { download } from '../ui/download';
import { useLive } from '../ui/use-live';
import { Words } from './fields';

/** The reader's whole claims as a pack for others, signed if they wish. */
export function ExportOwn({ claims }: { claims: OwnClaim[] }) {
  const kept = useLive(() => live(readOwnPack), []);
  const [typed, setTyped] = useState<{ name?: string; author?: string }>({});
  const [signs, setSigns] = useState(true);
  const [said, setSaid] = useState('');
  if (!kept) return null;
  const { name = kept.name, author = kept.author } = typed;
  const whole = claims.filter((claim) => lacksOf(claim).length === 0).length;
  const give = async () => {
    const about = await nextOwnPack({ name: name.trim(), author: author.trim() });
    const pack = ownPack(about, claims);
    if (!pack) return;
    const signer = signs ? await keptPacks.ownSigner() : null;
    const file = await packUp(pack, signer);
    // As the browser of whoever gets it will: what it would refuse is not given away.
    await openPack(new TextEncoder().encode(file));
    download(new File([file], `${about.id}-${about.release}.json`, { type: 'application/json' }));
    const release = String(about.release);
    setSaid(
      signer
        ? t('claims_given_signed', { release, fingerprint: await fingerprintOf(signer.key) })
        : t('claims_given', { release }),
    );
  };
  return (
    <form
      class="export-own"
      onSubmit={(event) => {
        event.preventDefault();
        give().catch((error: unknown) => setSaid(sentenceOf(error)));
      }}
    >
      <h3>{t('claims_give')}</h3>
      <p class="small quiet">{t('claims_give_about', { whole, count: claims.length })}</p>
      <Words
        label={t('claims_pack_name')}
        most={200}
        value={name}
        change={(words) => setTyped({ name: words, author })}
      />
      <Words
        label={t('claims_pack_author')}
        most={200}
        value={author}
        change={(words) => setTyped({ name, author: words })}
      />
      <p class="deeds">
        <label>
          <input type="checkbox" checked={signs} onChange={({ currentTarget }) => setSigns(currentTarget.checked)} />{' '}
          {t('claims_sign')}
        </label>
        <button type="submit" class="button" disabled={whole === 0 || name.trim() === '' || author.trim() === ''}>
          {t('claims_export')}
        </button>
      </p>
      <p class="small quiet">{t('claims_sign_about')}</p>
      <p role="status">{said}</p>
    </form>
  );
}
