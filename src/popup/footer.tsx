import browser from 'webextension-polyfill';
import { t } from '../i18n/messages';
import { live } from '../store/live';
import { changeSetting, readSettings } from '../store/settings';
import { openMap } from '../this-article/open-map';
import { openPanel } from '../this-article/open-panel';
import type { TabPage } from '../this-article/tab-page';
import { TermSwitch } from '../this-article/term-switch';
import { useBox } from '../ui/use-box';
import { useLive } from '../ui/use-live';
import { Due } from './due';

interface FooterProps {
  /** The article's page, beside which the panel opens. */
  page?: TabPage;
  /** The article's key in the claim database, if it is there. */
  articleKey?: string | undefined;
}

/** The ways to panel, map and library, and the one choice made so often that it stands here. */
export function Footer({ page, articleKey }: FooterProps) {
  const settings = useLive(() => live(readSettings), []);
  return (
    <footer class="foot">
      <label>
        <input {...useBox(settings?.toolbar ?? true, (wanted) => changeSetting('toolbar', wanted))} />
        {t('popup_toolbar')}
      </label>
      {page && articleKey && <TermSwitch tabId={page.tabId} />}
      <Due />
      {page && (
        <button
          type="button"
          class="link open-panel"
          onClick={() => void openPanel(page.windowId).then(() => window.close())}
        >
          {t('popup_panel')}
        </button>
      )}
      {page && articleKey && (
        <button type="button" class="link" onClick={() => void openMap(articleKey, page.tabId)}>
          {t('popup_map')}
        </button>
      )}
      <button
        type="button"
        class="link"
        onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('src/library/index.html') })}
      >
        {t('popup_library')}
      </button>
      <button
        type="button"
        class="link"
        onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('src/packs-page/index.html') })}
      >
        {t('packs_title')}
      </button>
      <button type="button" class="link" onClick={() => void browser.runtime.openOptionsPage()}>
        {t('popup_settings')}
      </button>
    </footer>
  );
}
