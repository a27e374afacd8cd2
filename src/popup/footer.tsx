import browser from 'webextension-polyfill';
import { t } from '../i18n/messages';
import { live } from '../store/live';
import { changeSetting, readSettings } from '../store/settings';
import { useLive } from '../ui/use-live';
import { Due } from './due';

/** The way to the library, and the one choice made so often that it stands here. */
export function Footer() {
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
