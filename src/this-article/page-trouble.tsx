import browser from 'webextension-polyfill';
import type { TabPage } from './tab-page';

/** What keeps the page from showing marks, if anything does, and what to do about it. */
export function PageTrouble({ page }: { page: TabPage }) {
  if (!page.reading) {
    return (
      <p class="message">
        The marks are not on the page yet: it was open before Counterpoint came, or was not allowed to reach it.{' '}
        <button type="button" class="link" onClick={() => void browser.tabs.reload(page.tabId)}>
          Reload the page
        </button>
      </p>
    );
  }
  if (!page.reading.article) return <p class="message">The page shows no article text yet.</p>;
  if (page.reading.partlyShown) {
    return (
      <p class="message">The site shows a part of this article only. Claims in the rest are listed, not marked.</p>
    );
  }
  return null;
}
