import { recentArticles } from '../store/articles';
import { live } from '../store/live';
import { dayInWords } from '../ui/dates';
import { useLive } from '../ui/use-live';
import { Footer } from './footer';
import { SiteAccess } from '../this-article/site-access';

/** What the popup shows where there is no article: what Counterpoint does, and the articles read last. */
export function HomeView() {
  const recent = useLive(() => live(() => recentArticles(5)), []);
  return (
    <>
      <header class="head">
        <h1>Counterpoint</h1>
        <p class="quiet">
          Reads along on The Diplomat: it marks an article’s key claims, shows the best counterarguments with their
          sources, and keeps your own highlights and notes on this device.
        </p>
      </header>
      <SiteAccess />
      {recent === undefined ? (
        <p class="loading quiet">Opening the library…</p>
      ) : recent.length === 0 ? (
        <p class="message">
          Open an article on{' '}
          <a href="https://thediplomat.com/" target="_blank" rel="noopener noreferrer">
            thediplomat.com
          </a>{' '}
          to begin.
        </p>
      ) : (
        <section class="recent" aria-label="Read last">
          <h2>Read last</h2>
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
      <p class="small quiet independent">Counterpoint is independent of, and not affiliated with, The Diplomat.</p>
      <Footer />
    </>
  );
}
