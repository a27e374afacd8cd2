import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromOwnJson } from '../../src/exchange/own-json';
import { firstArticle } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { clickInHost, dragOver } from '../support/acts';
import { rowsOf } from '../support/rows';
import { BROWSERS, eventually, startSession, type TestSession } from '../support/session';

const html = siteLayouts[0]?.build(firstArticle) ?? '';

const breakLibrary = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The disk is broken.', 'InvalidStateError');
    };
  });

// The pages of the extension on a library that cannot be opened. Firefox lets no test reach into such a page before it loads.
describe.each(BROWSERS.filter((kind) => kind === 'chrome'))('a library that cannot be opened: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  it.each(['src/library/index.html', 'src/popup/index.html?tab=0'])('%s says so, and what to do', async (path) => {
    const page = await session.browser.newPage();
    await breakLibrary(page);
    await page.goto(session.extensionUrl(path));
    const alert = () => page.evaluate(() => document.querySelector('[role="alert"]')?.textContent ?? null);
    await eventually(alert, (text) => text !== null);
    expect(await alert()).toContain('The library could not be read.');
    expect(await alert()).toContain('The disk is broken.');
    expect(await page.evaluate(() => document.querySelector('[role="alert"] button')?.textContent)).toBe('Try again');
    await page.close();
  });

  it('the library gives what it holds as a file that it takes in again: the day’s copy stands beside it', async () => {
    const article = await session.open(firstArticle.url, html);
    await session.reading(article, (state) => state.article !== null);
    await dragOver(article, '#tda-gated-body p:nth-of-type(3)', 4, 37);
    await clickInHost(article, '.offer [aria-label="green"]');
    const page = await session.browser.newPage();
    await page.evaluateOnNewDocument(() => {
      const original = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob) => {
        if (blob instanceof File) void blob.text().then((text) => Object.assign(window, { saved: [blob.name, text] }));
        return original(blob);
      };
    });
    await breakLibrary(page);
    // The copy is taken with the first highlight, by the background.
    await eventually(
      async () => {
        await page.goto(session.extensionUrl('src/library/index.html'));
        return page.waitForSelector('.copies button', { timeout: 2000 }).catch(() => null);
      },
      (button) => button !== null,
    );
    await session.door.page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('snapshots');
      const file = await (await folder.getFileHandle('2020-01-01', { create: true })).createWritable();
      await file.write('half a f');
      await file.close();
    });
    await page.reload();
    await page.waitForSelector('.copies li + li button').then((button) => button?.click());
    await eventually(
      () => page.evaluate(() => document.querySelector('.copies')?.textContent ?? ''),
      (words) => words.includes('This copy is damaged.'),
    );
    await page.click('.copies button');
    const [name, text] = await eventually(
      () => page.evaluate(() => (window as unknown as { saved?: [string, string] }).saved ?? ['', '']),
      ([file]) => file !== '',
    );
    expect(name).toMatch(/^counterpoint-\d{4}-\d\d-\d\d\.json$/);
    const { rows, refused } = fromOwnJson(text ?? '');
    expect(refused).toEqual([]);
    const { annotations } = await rowsOf(session.door.page);
    expect(annotations).toHaveLength(1);
    expect(rows.annotations).toEqual(annotations);
    await page.close();
  });
});
