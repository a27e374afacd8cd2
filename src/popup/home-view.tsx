import { t, woven } from '../i18n/messages';
import { recentArticles } from '../store/articles';
import { live } from '../store/live';
import { ReadThisPage } from '../this-article/read-this-page';
import { SiteAccess } from '../this-article/site-access';
import type { TabPage } from '../this-article/tab-page';
import { dayInWords } from '../ui/dates';
import { useLive } from '../ui/use-live';
import { Footer } from './footer';

/** What the popup shows where nothing is read: what Counterpoint does, the offer to read this page, and the articles read last. */
export function HomeView({ page }: { page: TabPage }) {
  const recent = useLive(() => live(() => recentArticles(5)), []);
  return (
    <>
      <header class="head">
        <h1>{t('extension_short_name')}</h1>
        <p class="quiet">{t('popup_about')}</p>
      </header>
      <SiteAccess />
      <ReadThisPage page={page} />
      {recent === undefined ? (
        <p class="loading quiet">{t('popup_opening')}</p>
      ) : recent.length === 0 ? (
        <p class="message">
          {woven('popup_begin', {
            site: (
              <a href="https://thediplomat.com/" target="_blank" rel="noopener noreferrer">
                thediplomat.com
              </a>
            ),
          })}
        </p>
      ) : (
        <section class="recent" aria-label={t('popup_read_last')}>
          <h2>{t('popup_read_last')}</h2>
          <ul>
            {recent.map((article) => (
              <li key={article.key}>
                <a href={article.url} target="_blank" rel="noopener noreferrer">
                  {article.headline}
                </a>
                <span class="small quiet">{dayInWords(article.lastRead)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="small quiet independent">{t('popup_independent')}</p>
      <Footer />
    </>
  );
}
