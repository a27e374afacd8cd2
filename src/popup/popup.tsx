import { useEffect, useState } from 'preact/hooks';
import { claimsOf } from '../claims/lookup';
import type { ArticleClaims } from '../core/claim';
import { foldHeadline } from '../core/headline';
import { t } from '../i18n/messages';
import { annotationsOf } from '../store/annotations';
import { articleKeysOf } from '../store/articles';
import { live } from '../store/live';
import { readSettings } from '../store/settings';
import { stancesOn } from '../store/stances';
import { useLive } from '../ui/use-live';
import { ArticleView } from './article-view';
import { HomeView } from './home-view';
import { type TabPage, useTabPage } from './tab-page';

/** The popup: this tab's article with its claims and notes, or, elsewhere, what Counterpoint is and was read last. */
export function Popup() {
  const page = useTabPage();
  if (!page) return <p class="loading quiet">{t('popup_reading')}</p>;
  return page.address ? <ThisArticle page={page} articleKey={page.address.key} /> : <HomeView />;
}

function ThisArticle({ page, articleKey }: { page: TabPage; articleKey: string }) {
  const claims = useClaims(articleKey, page.headline);
  const query = async () => {
    const keys = await articleKeysOf(articleKey, foldHeadline(page.headline));
    return annotationsOf(claims ? [...new Set([...keys, claims.key])] : keys);
  };
  const annotations = useLive(() => live(query), [articleKey, page.headline, claims?.key]);
  const stances = useLive(() => live(() => stancesOn(claims?.key ?? '')), [claims?.key]);
  const settings = useLive(() => live(readSettings), []);
  // How a claim unfolds is decided once, when it is shown: not before it is known what the reader said to it.
  if (claims === undefined || !stances || !settings) return <p class="loading quiet">{t('popup_opening')}</p>;
  return (
    <ArticleView page={page} claims={claims} annotations={annotations ?? []} stances={stances} settings={settings} />
  );
}

/** The claims of an article; `null` when it has none, `undefined` until it is known. */
function useClaims(key: string, headline: string): ArticleClaims | null | undefined {
  const [looked, setLooked] = useState<{ claims: ArticleClaims | null }>();
  const [failure, setFailure] = useState<{ error: unknown }>();
  useEffect(() => {
    let gone = false;
    setLooked(undefined);
    claimsOf({ key, headline }).then(
      (claims) => gone || setLooked({ claims }),
      (error: unknown) => gone || setFailure({ error }),
    );
    return () => {
      gone = true;
    };
  }, [key, headline]);
  // Caught, and told, where the popup catches what a library that cannot be read throws.
  if (failure) throw failure.error;
  return looked?.claims;
}
