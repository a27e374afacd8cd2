import type { Page } from 'puppeteer-core';
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
      () => inPopup(session, true),
      (words) => words.includes(ENTRY),
    );
  } else {
    await page.mouse.click(300, 400, { button: 'right' });
    await eventually(
      () => inBrowserWindow(page, MENU),
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
    () => inPopup(session, false),
    (words) => words.includes(wanted),
  );

/**
 * What the popup says, and clicks its button if asked to. Looked at from another page of the extension: a real popup is no
 * page of Firefox's driver. Empty when there is none.
 */
const inPopup = (session: TestSession, click: boolean): Promise<string> =>
  session.door.page.evaluate((clicks) => {
    const { extension } = ((globalThis as Record<string, unknown>).browser ??
      (globalThis as Record<string, unknown>).chrome) as { extension: { getViews: () => Window[] } };
    const popup = extension.getViews().findLast((view) => view.location.pathname === '/src/popup/index.html');
    if (clicks) popup?.document.querySelector<HTMLElement>('.read-page button')?.click();
    return popup?.document.body?.textContent ?? '';
  }, click);

/** Chooses our entry of the open context menu; false while it is not there. */
const MENU = `(() => {
  const menu = document.getElementById('contentAreaContextMenu');
  const entry = [...menu.querySelectorAll('menuitem')].find(({ label }) => label === '${ENTRY}');
  if (menu.state !== 'open' || !entry) return false;
  menu.activateItem(entry);
  return true;
})()`;

interface Bidi {
  send: (method: string, params: unknown) => Promise<{ result: Record<string, unknown> }>;
}

/** Runs a script in Firefox's own window, which the launcher allows. */
async function inBrowserWindow(page: Page, expression: string): Promise<unknown> {
  const { connection } = page.browser() as unknown as { connection: Bidi };
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const windows = result.contexts as { context: string; url: string }[];
  const context = windows.find(({ url }) => url.endsWith('browser.xhtml'))?.context;
  const evaluated = await connection.send('script.evaluate', { expression, awaitPromise: true, target: { context } });
  const {
    type,
    result: value,
    exceptionDetails,
  } = evaluated.result as {
    type: string;
    result?: { value?: unknown };
    exceptionDetails?: { text: string };
  };
  if (type !== 'success') throw new Error(exceptionDetails?.text);
  return value?.value;
}
