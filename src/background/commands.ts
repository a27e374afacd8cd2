import browser, { type Tabs } from 'webextension-polyfill';
import { askPage } from '../contract';
import { t } from '../i18n/messages';
import { openPanel } from '../this-article/open-panel';

const MENU_ID = 'highlight-selection';

/** Runs a keyboard command on the page it was given on. A page without a reading does not answer: nothing to do there. */
export async function runCommand(command: string, tab: Tabs.Tab | undefined): Promise<void> {
  // Before anything is awaited: the browser opens it in answer to a key, and not later.
  if (command === 'open-panel' && tab?.windowId !== undefined) return openPanel(tab.windowId);
  const id = tab?.id ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
  if (id === undefined) return;
  const done =
    command === 'next-claim'
      ? askPage(id, 'stepClaim', { by: 1 })
      : command === 'previous-claim'
        ? askPage(id, 'stepClaim', { by: -1 })
        : command === MENU_ID
          ? askPage(id, 'highlightSelection', {})
          : Promise.resolve();
  await done.catch(() => undefined);
}

/** Makes the context menu's entry. Called when installed or updated: menus outlive the worker. */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: MENU_ID,
    title: t('menu_highlight'),
    contexts: ['selection'],
    documentUrlPatterns: ['https://thediplomat.com/2*', 'https://www.thediplomat.com/2*'],
  });
}
