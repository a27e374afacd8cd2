import browser from 'webextension-polyfill';
import { t } from '../i18n/messages';

/** The way to the library. */
export function PanelFoot() {
  return (
    <footer class="foot">
      <button type="button" class="link" onClick={() => void browser.runtime.openOptionsPage()}>
        {t('popup_library')}
      </button>
    </footer>
  );
}
