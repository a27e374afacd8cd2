import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { t } from '../i18n/messages';

/** Asks for access to the site where the browser has not given it (Firefox, or "on click" in Chromium); else nothing. */
export function SiteAccess() {
  const [granted, setGranted] = useState(true);
  const { host_permissions: origins = [] } = browser.runtime.getManifest();
  useEffect(() => void browser.permissions.contains({ origins }).then(setGranted), []);
  if (granted) return null;
  return (
    <p class="message">
      {t('popup_no_access')}{' '}
      <button type="button" class="link" onClick={() => void browser.permissions.request({ origins }).then(setGranted)}>
        {t('popup_allow')}
      </button>
    </p>
  );
}
