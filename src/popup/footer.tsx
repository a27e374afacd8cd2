import browser from 'webextension-polyfill';
import { t } from '../i18n/messages';
import { live } from '../store/live';
import { changeSetting, readSettings } from '../store/settings';
import { openPanel } from '../this-article/open-panel';
import { useLive } from '../ui/use-live';
import { Due } from './due';

/**
 * The ways to panel and library, and the one choice made so often that it stands here.
 * @param windowId beside whose pages the panel opens; without it there is no way to it
 */
export function Footer({ windowId }: { windowId?: number }) {
  const settings = useLive(() => live(readSettings), []);
  return (
    <footer class="foot">
      <label>
        <input
          type="checkbox"
          checked={settings?.toolbar ?? true}
          onChange={(event) => void changeSetting('toolbar', event.currentTarget.checked)}
        />
        {t('popup_toolbar')}
      </label>
      <Due />
      {windowId !== undefined && (
        <button
          type="button"
          class="link open-panel"
          onClick={() => void openPanel(windowId).then(() => window.close())}
        >
          {t('popup_panel')}
        </button>
      )}
      <button
        type="button"
        class="link"
        onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('src/library/index.html') })}
      >
        {t('popup_library')}
      </button>
      <button type="button" class="link" onClick={() => void browser.runtime.openOptionsPage()}>
        {t('popup_settings')}
      </button>
    </footer>
  );
}
