import { claimsOf } from '../claims/lookup';
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
  const claims = claimsOf({ key: articleKey, headline: page.headline });
  const query = async () => {
    const keys = await articleKeysOf(articleKey, foldHeadline(page.headline));
    return annotationsOf(claims ? [...new Set([...keys, claims.key])] : keys);
  };
  const annotations = useLive(() => live(query), [articleKey, page.headline]);
  const stances = useLive(() => live(() => stancesOn(claims?.key ?? '')), [claims?.key]);
  const settings = useLive(() => live(readSettings), []);
  // How a claim unfolds is decided once, when it is shown: not before it is known what the reader said to it.
  if (!stances || !settings) return <p class="loading quiet">{t('popup_opening')}</p>;
  return (
    <ArticleView page={page} claims={claims} annotations={annotations ?? []} stances={stances} settings={settings} />
  );
}
