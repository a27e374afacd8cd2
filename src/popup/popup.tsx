import { t } from '../i18n/messages';
import { type TabPage, useTabPage } from '../this-article/tab-page';
import { useKept } from '../this-article/use-kept';
import { ArticleView } from './article-view';
import { HomeView } from './home-view';

/** The popup: this tab's article with its claims and notes, or, elsewhere, what Counterpoint is and was read last. */
export function Popup() {
  const page = useTabPage();
  if (!page) return <p class="loading quiet">{t('popup_reading')}</p>;
  return page.address ? <ThisArticle page={page} articleKey={page.address.key} /> : <HomeView page={page} />;
}

function ThisArticle({ page, articleKey }: { page: TabPage; articleKey: string }) {
  const kept = useKept(articleKey, page);
  if (!kept) return <p class="loading quiet">{t('popup_opening')}</p>;
  return <ArticleView page={page} kept={kept} />;
}
