import browser from 'webextension-polyfill';
import { t } from '../i18n/messages';
import type { TabPage } from './tab-page';

/** What keeps the page from showing marks, if anything does, and what to do about it. */
export function PageTrouble({ page }: { page: TabPage }) {
  if (page.reading === undefined) return null;
  if (!page.reading) {
    return (
      <p class="message">
        {t('popup_no_marks')}{' '}
        <button type="button" class="link" onClick={() => void browser.tabs.reload(page.tabId)}>
          {t('popup_reload')}
        </button>
      </p>
    );
  }
  if (!page.reading.article) return <p class="message">{t('popup_no_text')}</p>;
  if (page.reading.partlyShown) {
    return <p class="message">{t('popup_partly_shown')}</p>;
  }
  return null;
}
