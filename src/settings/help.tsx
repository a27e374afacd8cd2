import { useEffect, useState } from 'preact/hooks';
import browser, { type Commands } from 'webextension-polyfill';
import { type Key, t } from '../i18n/messages';

/** Keys that are ours on a page of the site, beside the browser's commands. */
const PAGE_KEYS: [string, Key][] = [
  ['Enter', 'help_enter'],
  ['↑ ↓', 'help_arrows'],
  ['Esc', 'help_escape'],
];

/** The keys: the commands as they are set in this browser, and the way to set them otherwise. */
export function Help() {
  const [commands, setCommands] = useState<Commands.Command[]>([]);
  useEffect(() => {
    const read = () => void browser.commands.getAll().then(setCommands);
    read();
    // The reader comes back from the browser's own page.
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, []);
  return (
    <section aria-labelledby="help" class="help">
      <h2 id="help">{t('help_title')}</h2>
      <dl>
        {commands.map(({ name, description, shortcut }) => (
          <div key={name}>
            <dt>{name?.startsWith('_execute') ? t('command_open') : description}</dt>
            <dd>{shortcut ? <kbd>{shortcut}</kbd> : <span class="quiet">{t('help_no_key')}</span>}</dd>
          </div>
        ))}
        {PAGE_KEYS.map(([keys, what]) => (
          <div key={keys}>
            <dt>{t(what)}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <button type="button" class="button" onClick={() => void openShortcuts()}>
          {t('help_change')}
        </button>
      </p>
      <p class="small quiet">{t('help_omnibox')}</p>
      <p class="small quiet">{t('help_library')}</p>
    </section>
  );
}

/** Opens the browser's own page of shortcuts: no extension may set them in Chromium. */
async function openShortcuts(): Promise<void> {
  const firefox = browser.commands as typeof browser.commands & { openShortcutSettings?: () => Promise<void> };
  if (firefox.openShortcutSettings) await firefox.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
