import type { Page } from 'puppeteer-core';
import { eventually, type TestSession } from './session';

/** The browser's own side panel (Chromium) or sidebar (Firefox), opened as a reader opens it. */
export interface OpenPanel {
  /** Looks at the panel's document. The look runs in the panel and knows only its arguments. */
  look: <T, Args extends unknown[]>(look: (document: Document, ...args: Args) => T, ...args: Args) => Promise<T>;
  /** The panel as a page; `null` in Firefox, whose driver knows no sidebars. */
  page: Page | null;
}

/** Presses the popup's button with the mouse: both browsers open a panel in answer to the reader only. */
export async function openPanel(session: TestSession, tab: number, page: Page): Promise<OpenPanel> {
  const popup = await session.openExtensionPage(`src/popup/index.html?tab=${tab}`);
  await popup.bringToFront();
  const button = await popup.waitForSelector('.open-panel');
  await button?.click();
  await page.bringToFront();
  const panel: OpenPanel = {
    page: null,
    async look(look, ...args) {
      const values = args.map((value) => JSON.stringify(value ?? null)).join(', ');
      const call = (where: string) => `(${look.toString()})(${[where, values].filter(Boolean).join(', ')})`;
      if (session.kind === 'chrome') return (await panelPage(session)).evaluate(call('document')) as never;
      // Firefox's driver knows no sidebars; another page of the extension does.
      const sidebar = `browser.extension.getViews({ type: 'sidebar' })[0].document`;
      return session.door.page.evaluate(call(sidebar)) as never;
    },
  };
  await eventually(
    () => panel.look((document) => document.readyState).catch(() => null),
    (state) => state === 'complete',
    15_000,
  );
  return { ...panel, page: session.kind === 'chrome' ? await panelPage(session) : null };
}

async function panelPage(session: TestSession): Promise<Page> {
  const target = await session.browser.waitForTarget((one) => one.url().endsWith('/src/panel/index.html'));
  return target.asPage();
}
