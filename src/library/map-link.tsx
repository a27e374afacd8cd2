import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/messages';
import { openMap } from '../this-article/open-map';

/** The way to an article's argument map, where the claim database knows it. */
export function MapLink({ articleKey, headline }: { articleKey: string; headline: string }) {
  const [known, setKnown] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    // As with claims beside notes: the database is read when something of it comes on view.
    void import('../claims/lookup').then(({ claimsOf }) => {
      if (!gone) setKnown(claimsOf({ key: articleKey, headline })?.key ?? null);
    });
    return () => {
      gone = true;
    };
  }, [articleKey, headline]);
  if (!known) return null;
  return (
    <button type="button" class="link small" onClick={() => void openMap(known)}>
      {t('popup_map')}
    </button>
  );
}
