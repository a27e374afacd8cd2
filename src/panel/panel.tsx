import { useEffect } from 'preact/hooks';
import { t } from '../i18n/messages';
import { HomeView } from '../popup/home-view';
import { keepDrafts } from '../store/keep-drafts';
import { type TabPage, useTabPage } from '../this-article/tab-page';
import { useKept } from '../this-article/use-kept';
import { ArticlePanel } from './article-panel';

/** The side panel: the article of the tab in front, beside its page; elsewhere, what Counterpoint is and was read last. */
export function Panel() {
  const page = useTabPage();
  useEffect(() => {
    void keepDrafts();
  }, []);
  if (!page) return <p class="loading quiet">{t('popup_reading')}</p>;
  if (!page.address) return <HomeView page={page} />;
  // Another article is another panel: what stands open in one says nothing of the next.
  return <ThisArticle key={page.address.key} page={page} articleKey={page.address.key} />;
}

function ThisArticle({ page, articleKey }: { page: TabPage; articleKey: string }) {
  const kept = useKept(articleKey, page);
  if (!kept) return <p class="loading quiet">{t('popup_opening')}</p>;
  return <ArticlePanel page={page} kept={kept} />;
}
