import { useEffect, useState } from 'preact/hooks';
import { counted, t } from '../i18n/messages';
import type { KeptPack } from '../packs/admit';
import { fingerprintOf } from '../packs/signature';
import { dayInWords } from '../ui/dates';
import { ENGLISH } from '../ui/english';
import { useBox } from '../ui/use-box';

interface PackListProps {
  packs: KeptPack[];
  enable: (pack: KeptPack, enabled: boolean) => unknown;
  /** Fetches the pack anew from where it came. */
  look: (pack: KeptPack) => void;
  chooseFile: () => void;
  remove: (pack: KeptPack) => void;
}

/** The packs that are kept, each with where it is from and what can be done with it. */
export function PackList({ packs, ...deeds }: PackListProps) {
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">{t('packs_yours')}</h2>
      {packs.length === 0 && <p class="quiet">{t('packs_none')}</p>}
      <ul class="packs">
        {packs.map((pack) => (
          <Row key={pack.id} pack={pack} {...deeds} />
        ))}
      </ul>
    </section>
  );
}

function Row({ pack, enable, look, chooseFile, remove }: { pack: KeptPack } & Omit<PackListProps, 'packs'>) {
  const { name, author, release, date, origin, imported, enabled, key } = pack;
  const box = useBox(enabled, (wanted) => enable(pack, wanted));
  return (
    <li class={enabled ? 'pack' : 'pack off'} data-pack={pack.id}>
      <h3 {...ENGLISH}>{name}</h3>
      <p class="small quiet">
        {t('packs_by', { author, release: String(release), date })}
        {' · '}
        {t('packs_holds', {
          claims: counted('claims', pack.claims),
          articles: counted('library_articles', pack.articles),
        })}
      </p>
      <p class="small quiet origin">{t('packs_from', { origin, day: dayInWords(imported) })}</p>
      <Fingerprint signer={key} />
      <p class="deeds">
        <label>
          <input aria-label={t('packs_show_of', { name })} {...box} /> {t('packs_show')}
        </label>
        {isAddress(origin) ? (
          <button type="button" class="link" onClick={() => look(pack)}>
            {t('packs_look')}
          </button>
        ) : (
          <button type="button" class="link" onClick={chooseFile}>
            {t('packs_newer_file')}
          </button>
        )}
        <button type="button" class="link" aria-label={t('packs_remove_name', { name })} onClick={() => remove(pack)}>
          {t('packs_remove')}
        </button>
      </p>
    </li>
  );
}

/** Whether a pack came from an address: no file is called so. */
const isAddress = (origin: string): boolean => origin.startsWith('https://');

function Fingerprint({ signer }: { signer: string | null }) {
  const [print, setPrint] = useState('');
  useEffect(() => {
    if (signer !== null) void fingerprintOf(signer).then(setPrint);
  }, [signer]);
  if (signer === null) return <p class="small quiet">{t('packs_unsigned')}</p>;
  return (
    <p class="small quiet">
      {t('packs_signed')} <code>{print}</code>
    </p>
  );
}
