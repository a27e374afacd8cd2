import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { parsePageAddress } from '../core/address';
import { t } from '../i18n/messages';
import { askedIn, type Refusal } from './asked';
import { readPage } from './read-page';
import type { TabPage } from './tab-page';

/**
 * Offers to read the page of another site, and says why it cannot be read; nothing where the browser does not tell a panel
 * what is in its tab.
 */
export function ReadThisPage({ page: { tabId, url } }: { page: TabPage }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const isWeb = /^https?:/.test(url) || (url === '' && !isPopup());
  const key = parsePageAddress(url)?.key;
  useEffect(() => {
    setRefusal(isWeb ? null : 'browser');
    // The reader may have asked by menu or key, where there is nothing to answer them.
    if (key !== undefined) void askedIn(tabId, key).then((asked) => setRefusal(asked?.refusal ?? null));
  }, [tabId, key, isWeb]);
  // Our own pages, and those of The Diplomat that are no articles, are not to be read.
  if (url.startsWith(browser.runtime.getURL('')) || (isWeb && key === undefined)) return null;
  return (
    <>
      {refusal && (
        <p class="message" role="status">
          {t(`unread_${refusal}`)}
        </p>
      )}
      {key !== undefined && (
        <section class="read-page">
          <button type="button" class="button" onClick={() => void readPage(tabId, url).then(setRefusal)}>
            {t('menu_read_page')}
          </button>
          <p class="small quiet">{t('read_page_about')}</p>
        </section>
      )}
    </>
  );
}

/** Whether we are the popup, to which the browser tells the address of all pages but its own: the reader's click lets us in. */
const isPopup = (): boolean => browser.extension.getViews({ type: 'popup' }).includes(window);
