import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { BrowserKind } from '../../scripts/browsers/find';
import { bundle, leaveBareBrowser, pageWithOrigin, startBareBrowser } from './bare-browser';

interface WithLibrary {
  under_test: { library: { tables: { clear: () => Promise<void> }[] } };
}

/**
 * A page of a bare browser with a module of ours in it, and the library empty before each test of this `describe`.
 * @param entry the module; it exports `library`
 * @returns the page, once a test runs
 */
export function databasePage(kind: BrowserKind, entry: string): () => Page {
  let browser: Browser;
  let page: Page;
  let close = () => {};
  beforeAll(async () => {
    const [started, script] = await Promise.all([startBareBrowser(kind), bundle(entry)]);
    browser = started;
    ({ page, close } = await pageWithOrigin(browser, script));
  });
  afterAll(async () => {
    await leaveBareBrowser(kind, browser);
    close();
  });
  beforeEach(() =>
    page.evaluate(async () => {
      const { library } = (globalThis as unknown as WithLibrary).under_test;
      for (const table of library.tables) await table.clear();
    }),
  );
  return () => page;
}
