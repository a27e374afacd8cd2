import type { Page } from 'puppeteer-core';
import { inFirefoxItself } from '../../scripts/browsers/firefox-itself';
import { eventually, type TestSession } from './session';

/**
 * The reader's own acts that let the extension into a page of another site, as the browser hears them. A content script
 * cannot make them, nor can the page: the driver of Chromium clicks on the toolbar button, in Firefox it is done in the
 * browser's own window.
 */
const ENTRY = 'Read this page with Counterpoint';

/** Has the page in front read: by the toolbar button and the popup's own in Chromium, by the context menu in Firefox. */
export async function askToRead(session: TestSession, page: Page): Promise<void> {
  await page.bringToFront();
  if (session.kind === 'chrome') {
    const [extension] = (await session.browser.extensions()).values();
    await extension?.triggerAction(page);
    await eventually(
      async () => {
        if (!(await inPopup(session, 'press')).includes(ENTRY)) return false;
        // A popup that was about to close, from the time before, did nothing.
        await new Promise((resolve) => setTimeout(resolve, 300));
        if ((await inPopup(session, 'pressed?')) !== '') return true;
        await extension?.triggerAction(page);
        return false;
      },
      (asked) => asked,
    );
  } else {
    await page.mouse.click(300, 400, { button: 'right' });
    await eventually(
      () => inFirefoxItself(page.browser(), MENU),
      (chosen) => chosen === true,
    );
  }
  // Once the browser has let us in, it tells us the tab's address.
  await eventually(
    () => session.door.tabOf(page.url()),
    (tab) => tab >= 0,
  );
}

/** Waits until the popup says this. */
export const popupSays = (session: TestSession, wanted: string): Promise<string> =>
  eventually(
    () => inPopup(session, 'read'),
    (words) => words.includes(wanted),
  );

/**
 * What the popup says; presses its button, or says nothing unless that was pressed in it, if asked to. Looked at from another
 * page of the extension: a real popup is no page of Firefox's driver. Empty when there is none.
 */
const inPopup = (session: TestSession, asked: 'read' | 'press' | 'pressed?'): Promise<string> =>
  session.door.page.evaluate((deed) => {
    const { extension } = ((globalThis as Record<string, unknown>).browser ??
      (globalThis as Record<string, unknown>).chrome) as { extension: { getViews: () => Window[] } };
    const popup = extension.getViews().findLast((view) => view.location.pathname === '/src/popup/index.html');
    const button = popup?.document.querySelector<HTMLElement>('.read-page button');
    const root = popup?.document.documentElement;
    if (deed === 'press' && root && button) {
      button.click();
      root.dataset.pressed = 'yes';
    }
    return deed === 'pressed?' && root?.dataset.pressed !== 'yes' ? '' : (popup?.document.body?.textContent ?? '');
  }, asked);

/** Chooses our entry of the open context menu; false while it is not there. */
const MENU = `(() => {
  const menu = document.getElementById('contentAreaContextMenu');
  const entry = [...menu.querySelectorAll('menuitem')].find(({ label }) => label === '${ENTRY}');
  if (menu.state !== 'open' || !entry) return false;
  menu.activateItem(entry);
  return true;
})()`;
