import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardClosed, cardOpen, clickClaim, clickField, hostText } from '../support/acts';
import { inHost } from '../support/closed-root';
import { painted, wantedPaint } from '../support/painted';
import { BROWSERS, eventually, placed, startSession } from '../support/session';

const html = siteLayouts[0]?.build(article) ?? '';

const hosts = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('counterpoint-companion').length);
const paintIs = (page: Page, wanted: Record<string, string>) =>
  eventually(
    () => painted(page),
    (seen) => JSON.stringify(Object.entries(seen).sort()) === JSON.stringify(Object.entries(wanted).sort()),
  );
const typed = (page: Page) => inHost(page, (root) => root.querySelector('textarea')?.value ?? null);

describe.each(BROWSERS)('an update while an article is open: %s', (kind) => {
  it('what was typed stays to be copied, the former script falls silent, and one copy of everything is there', async () => {
    const session = await startSession(kind);
    const page = await session.open(article.url, html);
    const complaints: string[] = [];
    page.on('console', (message) => {
      const isPages = message.location().url?.endsWith('/favicon.ico');
      if (message.type() === 'error' && !isPages) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await session.reading(page, (state) => placed(state, 'found').length >= article.passages.length);
    await clickClaim(page, 'holds');
    await cardOpen(page);
    await clickField(page, '.card textarea');
    await page.keyboard.type('Kept.');
    await eventually(
      () => hostText(page, '.card .status'),
      (status) => status === 'Saved on this device',
    );

    await session.update();
    await page.bringToFront();
    await page.keyboard.type(' Not kept.');
    expect(await typed(page)).toBe('Kept. Not kept.');
    const wanted = wantedPaint(article.passages);
    if (kind === 'chrome') {
      // Chromium leaves the former script in the page, and brings no other.
      await eventually(
        () => hostText(page, '.card .status'),
        (status) => status?.startsWith('Not saved: Counterpoint was updated.') === true,
      );
      await page.mouse.move(300, 300);
      await page.mouse.move(310, 310);
      await paintIs(page, {});
      expect(await typed(page)).toBe('Kept. Not kept.');
      await page.keyboard.press('Escape');
      await eventually(
        () => hosts(page),
        (count) => count === 0,
      );
    } else {
      // Firefox ends the former script and brings the new one at once; the card goes when the reader has left it.
      await paintIs(page, wanted);
      await page.mouse.click(5, 5);
      await eventually(
        () => hosts(page),
        (count) => count === 1,
      );
      await clickClaim(page, 'contested');
      await cardOpen(page);
      await page.keyboard.press('Escape');
      await cardClosed(page);
    }

    await page.reload();
    await paintIs(page, wanted);
    await clickClaim(page, 'holds');
    await cardOpen(page);
    expect(await typed(page)).toBe('Kept.');
    expect(await hosts(page)).toBe(1);
    expect(complaints).toEqual([]);
    await session.close();
  });
});
