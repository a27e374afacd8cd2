import browser, { type Tabs } from 'webextension-polyfill';
import { askPage } from '../contract/page';
import { t } from '../i18n/messages';
import { openPanel } from '../this-article/open-panel';
import { readPage } from '../this-article/read-page';
import { openPopup } from './open-popup';

/** What a command or a menu entry asks of the page in the tab it was given on. */
const ON_PAGE: Record<string, (tab: number) => Promise<null>> = {
  'next-claim': (tab) => askPage(tab, 'stepClaim', { by: 1 }),
  'previous-claim': (tab) => askPage(tab, 'stepClaim', { by: -1 }),
  'next-note': (tab) => askPage(tab, 'stepAnnotation', { by: 1 }),
  'previous-note': (tab) => askPage(tab, 'stepAnnotation', { by: -1 }),
  'highlight-selection': (tab) => askPage(tab, 'highlightSelection', {}),
  'note-on-selection': (tab) => askPage(tab, 'highlightSelection', { withNote: true }),
};

/** What a menu entry opens. */
const PAGES: Record<string, string> = {
  'open-library': 'src/library/index.html',
  'open-packs': 'src/packs-page/index.html',
  'open-practice': 'src/welcome/index.html',
};

/** Does what a keyboard command or a menu entry says. A page without a reading does not answer: nothing to do there. */
export async function runCommand(command: string, tab?: Tabs.Tab): Promise<void> {
  // Before anything is awaited: the browser opens it in answer to a key, and not later.
  if (command === 'open-panel' && tab?.windowId !== undefined) return openPanel(tab.windowId);
  const page = PAGES[command];
  if (page) {
    await browser.tabs.create({ url: browser.runtime.getURL(page) });
    return;
  }
  if (command === 'read-page') return readInTab(tab);
  const id = tab?.id ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
  if (id !== undefined) await ON_PAGE[command]?.(id).catch(() => undefined);
}

/** Reads the page in a tab; where that cannot be, the popup says why. */
async function readInTab(tab?: Tabs.Tab): Promise<void> {
  if (tab?.id === undefined) return;
  if (await readPage(tab.id, tab.url ?? '')) await openPopup(tab);
}

/** Makes the menus' entries. Called when installed or updated: menus outlive the worker. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  const { host_permissions: sites = [] } = browser.runtime.getManifest();
  const onSelection = { contexts: ['selection' as const], documentUrlPatterns: sites };
  browser.contextMenus.create({ id: 'highlight-selection', title: t('menu_highlight'), ...onSelection });
  browser.contextMenus.create({ id: 'note-on-selection', title: t('menu_note'), ...onSelection });
  browser.contextMenus.create({ id: 'open-packs', title: t('packs_title'), contexts: ['action'] });
  browser.contextMenus.create({
    id: 'read-page',
    title: t('menu_read_page'),
    contexts: ['page', 'selection'],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  });
  browser.contextMenus.create({ id: 'open-library', title: t('menu_library'), contexts: ['action'] });
  browser.contextMenus.create({ id: 'open-practice', title: t('settings_practice'), contexts: ['action'] });
}
