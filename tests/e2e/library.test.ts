import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardLabel, clickInHost, dragOver } from '../support/acts';
import { painted } from '../support/painted';
import { BROWSERS, eventually, placed, startSession, type TestSession } from '../support/session';

const html = siteLayouts[0]?.build(article) ?? '';
const texts = (page: Page, selector: string): Promise<(string | null)[]> =>
  page.evaluate((wanted) => [...document.querySelectorAll(wanted)].map((part) => part.textContent), selector);

describe.each(BROWSERS)('the library: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  it('lists what was kept by article, deletes with undo, and leads back to the words', async () => {
    const library = await session.openExtensionPage('src/library/index.html');
    await eventually(
      () => texts(library, '.empty'),
      (empty) => empty.length === 1,
    );

    const page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === article.passages.length);
    const words = await dragOver(page, '#tda-gated-body p:nth-of-type(3)', 4, 37);
    await clickInHost(page, '.offer [aria-label="purple"]');
    await eventually(
      () => painted(page),
      (seen) => 'counterpoint-purple' in seen,
    );

    await library.bringToFront();
    await eventually(
      () => texts(library, '.entry blockquote'),
      (quotes) => quotes[0] === words,
    );
    expect(await texts(library, 'article h2')).toEqual([article.headline]);
    const href = await library.evaluate(() => document.querySelector<HTMLAnchorElement>('.entry a')?.href ?? '');
    expect(href.startsWith(`${article.url}#:~:text=`)).toBe(true);

    await library.evaluate(() => document.querySelector<HTMLElement>('.entry .link')?.click());
    await eventually(
      () => texts(library, '.entry'),
      (entries) => entries.length === 0,
    );
    // The open page learns of it when the reader comes back to it.
    await page.bringToFront();
    await eventually(
      () => painted(page),
      (seen) => !('counterpoint-purple' in seen),
    );
    await library.bringToFront();
    await library.evaluate(() => document.querySelector<HTMLElement>('.undo .link')?.click());
    await eventually(
      () => texts(library, '.entry'),
      (entries) => entries.length === 1,
    );
    await page.close();

    const before = new Set(await session.browser.pages());
    await library.evaluate(() => document.querySelector<HTMLElement>('.entry a')?.click());
    const opened = await eventually(
      async () => (await session.browser.pages()).find((one) => !before.has(one)) ?? null,
      (one) => one !== null,
    );
    if (!opened) throw new Error('no page was opened');
    await eventually(
      () => cardLabel(opened).catch(() => null),
      (label) => label === 'Your highlight',
      15_000,
    );
    const inView = await opened.evaluate(() => {
      const [range] = [...(CSS.highlights.get('counterpoint-purple') ?? [])] as Range[];
      const { top, bottom } = range?.getBoundingClientRect() ?? new DOMRect();
      return top >= 0 && bottom <= innerHeight;
    });
    expect(inView).toBe(true);
    await opened.close();
    await library.close();
  });
});
