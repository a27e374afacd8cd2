import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardOpen, clickClaim, dragOver, hostText } from '../support/acts';
import { findings } from '../support/axe';
import { cutOff } from '../support/cut-off';
import { BROWSERS, eventually, placed, startSession, type TestSession } from '../support/session';

const html = siteLayouts[0]?.build(article) ?? '';
const count = article.passages.length;
const key = new URL(article.url).pathname.slice(1, -1);

/** Our pages beside popup and library, and what stands there once they are drawn. */
const SURFACES: [name: string, path: string, drawn: string][] = [
  ['settings', 'src/settings/index.html', '.choice'],
  ['welcome', 'src/welcome/index.html', '.steps li'],
  ['panel, on no article', 'src/panel/index.html', 'h1'],
  ['panel, on an article', 'src/panel/index.html?tab=TAB', '.claims > li'],
  ['popup, on an article', 'src/popup/index.html?tab=TAB', '.claims > li'],
  ['map', `src/map/index.html?article=${encodeURIComponent(key)}`, '[role=tree]'],
];

describe.each(BROWSERS)('every surface: %s', (kind) => {
  let session: TestSession;
  let tab: number;
  beforeAll(async () => {
    session = await startSession(kind);
    const page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === count);
    tab = await session.door.tabOf(article.url);
  });
  afterAll(() => session?.close());

  const opened = async (path: string, drawn: string, width: number): Promise<Page> => {
    const page = await session.openExtensionPage(path.replace('TAB', String(tab)));
    await page.setViewport({ width, height: 800 });
    await eventually(
      () => page.evaluate((selector) => document.querySelector(selector) !== null, drawn),
      (there) => there,
    );
    return page;
  };

  it.each(SURFACES)('has nothing that axe finds wrong: %s', async (_, path, drawn) => {
    const page = await opened(path, drawn, 1200);
    expect(await findings(page)).toEqual([]);
    await page.close();
  });

  it.each(SURFACES)('is whole at 320 pixels with text of twice the size: %s', async (_, path, drawn) => {
    const page = await opened(path, drawn, 320);
    // What was drawn for a wider window is drawn anew a frame later.
    const isWhole = () =>
      eventually(
        () => cutOff(page),
        (cut) => cut.length === 0,
      );
    await isWhole();
    // As a zoomed window has it: 640 pixels at 200 %.
    await page.setViewport({ width: 640, height: 800 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await isWhole();
    await page.close();
  });
});

// Firefox does not measure layout shifts.
describe('the page stays where it is: chrome', () => {
  it('moves by nothing when claims are painted, words selected, a card opened', async () => {
    const session = await startSession('chrome');
    try {
      const page = await session.open(article.url, html);
      await page.evaluate(() => {
        const kept = globalThis as unknown as { shifts: number };
        kept.shifts = 0;
        new PerformanceObserver((list) => {
          // As CLS counts: what follows the reader's own act within half a second is no surprise.
          for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]) {
            if (!entry.hadRecentInput) kept.shifts += entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await session.reading(page, (state) => placed(state, 'found').length === count);
      await dragOver(page, 'p:nth-of-type(3)', 4, 37);
      await eventually(
        () => hostText(page, '.offer'),
        (text) => text !== null,
      );
      await page.keyboard.press('Escape');
      await page.evaluate(() => getSelection()?.removeAllRanges());
      await clickClaim(page, 'contested');
      await cardOpen(page);
      const shifts = () => page.evaluate(() => (globalThis as unknown as { shifts: number }).shifts);
      expect(await shifts()).toBe(0);
      // The measure measures: something that does move is seen.
      await new Promise((resolve) => setTimeout(resolve, 600));
      await page.evaluate(() =>
        document.querySelector('main')?.prepend(Object.assign(document.createElement('div'), { style: 'height:80px' })),
      );
      await eventually(shifts, (sum) => sum > 0);
    } finally {
      await session.close();
    }
  });
});
