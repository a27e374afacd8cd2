import { t } from '../i18n/messages';
import { openMap } from '../this-article/open-map';
import { useClaims } from '../this-article/use-claims';

/** The way to an article's argument map, where the claim database knows it. */
export function MapLink({ articleKey, headline }: { articleKey: string; headline: string }) {
  const known = useClaims(articleKey, headline)?.key;
  if (!known) return null;
  return (
    <button type="button" class="link small" onClick={() => void openMap(known)}>
      {t('popup_map')}
    </button>
  );
}
