import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { parsePageAddress } from '../core/address';
import { t } from '../i18n/messages';
import { type Refusal, readPage } from './read-page';
import type { TabPage } from './tab-page';

/** Offers to read the page of another site, or says why it cannot be read; nothing where the browser does not say what it is. */
export function ReadThisPage({ page: { tabId, url } }: { page: TabPage }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => setRefusal(null), [tabId, url]);
  if (url === '' || url.startsWith(browser.runtime.getURL(''))) return null;
  const why = refusal ?? (/^https?:/.test(url) ? null : 'browser');
  if (why) {
    return (
      <p class="message" role="status">
        {t(`refused_${why}`)}
      </p>
    );
  }
  // A page of The Diplomat that is no article.
  if (!parsePageAddress(url)) return null;
  return (
    <section class="read-page">
      <button type="button" class="button" onClick={() => void readPage(tabId, url).then(setRefusal)}>
        {t('menu_read_page')}
      </button>
      <p class="small quiet">{t('read_page_about')}</p>
    </section>
  );
}
