import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardClosed, cardLabel, cardOpen, clickClaim, clickInHost, hostText } from '../support/acts';
import { inHost } from '../support/closed-root';
import { BROWSERS, eventually, placed, startSession, type TestSession } from '../support/session';
import { WHOLE } from '../support/whole';

const html = siteLayouts[0]?.build(article) ?? '';
const count = article.passages.length;

describe.each(BROWSERS)('the card: %s', (kind) => {
  let session: TestSession;
  let page: Page;
  let tab: number;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());
  beforeEach(async () => {
    await page?.close().catch(() => undefined);
    page = await session.open(article.url, html);
    await page.setViewport({ width: 1240, height: 900 });
    await session.reading(page, (state) => placed(state, 'found').length === count);
    tab = await session.door.tabOf(article.url);
  });

  it('opens at a click on the words with statement, assessment, counterarguments and sources', async () => {
    await clickClaim(page, 'contested');
    expect(await cardOpen(page)).toMatch(new RegExp(`^Claim \\d+ of ${count}, Contested$`));
    const seen = await inHost(page, (root) => ({
      statement: root.querySelector('.card h2')?.textContent ?? '',
      reason: root.querySelector('.card .why')?.textContent ?? '',
      sections: [...root.querySelectorAll('.card h3')].map((title) => title.textContent),
      arguments: root.querySelectorAll('.card .argument').length,
      links: [...root.querySelectorAll<HTMLAnchorElement>('.card .citations a')].map(({ rel, target, href }) => ({
        rel,
        target,
        href,
      })),
    }));
    expect(seen?.statement.length).toBeGreaterThan(20);
    expect(seen?.reason.length).toBeGreaterThan(20);
    expect(seen?.sections[0]).toBe('Counterarguments');
    expect(seen?.arguments).toBeGreaterThan(1);
    for (const link of seen?.links ?? []) {
      expect(link).toMatchObject({ rel: 'noopener noreferrer external', target: '_blank' });
      expect(link.href).toMatch(/^https?:\/\//);
    }
  });

  it('closes with Esc, with its button, and with a click elsewhere', async () => {
    await clickClaim(page, 'holds');
    await cardOpen(page);
    await page.keyboard.press('Escape');
    await cardClosed(page);
    await clickClaim(page, 'holds');
    await cardOpen(page);
    await clickInHost(page, '[aria-label="Close"]');
    await cardClosed(page);
    await clickClaim(page, 'holds');
    await cardOpen(page);
    await page.mouse.click(20, 700);
    await cardClosed(page);
  });

  it('is reached by keyboard alone: next claim, Enter, Esc, and the focus is back where it was', async () => {
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = '#';
      link.id = 'before';
      link.textContent = 'Home';
      document.querySelector('#td-top')?.append(link);
      link.focus();
    });
    await session.door.ask(tab, 'stepClaim', { by: 1 });
    await eventually(
      () => inHost(page, (root) => root.activeElement?.getAttribute('aria-label') ?? null),
      (label) => label?.startsWith(`Claim 1 of ${count}, `) === true,
    );
    await page.keyboard.press('ArrowDown');
    await eventually(
      () => inHost(page, (root) => root.activeElement?.getAttribute('aria-label') ?? null),
      (label) => label?.startsWith(`Claim 2 of ${count}, `) === true,
    );
    await page.keyboard.press('Enter');
    expect(await cardOpen(page)).toContain(`Claim 2 of ${count}`);
    expect(await inHost(page, (root) => root.activeElement?.className ?? '')).toContain('card');
    await page.keyboard.press('Escape');
    await cardClosed(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('before');
  });

  it('goes to the next and the previous claim, round the end too', async () => {
    await session.door.ask(tab, 'stepClaim', { by: -1 });
    await eventually(
      () => hostText(page, '.pointer'),
      (text) => text?.includes(`${count} of ${count}`) === true,
    );
    await page.keyboard.press('Enter');
    await cardOpen(page);
    await clickInHost(page, '[aria-label="Next claim"]');
    await eventually(
      () => cardLabel(page),
      (label) => label?.startsWith('Claim 1 of') === true,
    );
    await clickInHost(page, '[aria-label="Previous claim"]');
    await eventually(
      () => cardLabel(page),
      (label) => label?.startsWith(`Claim ${count} of`) === true,
    );
  });

  const WINDOWS = [
    { width: 1600, height: 1000 },
    { width: 1240, height: 900 },
    { width: 900, height: 700 },
    { width: 640, height: 480 },
    { width: 320, height: 568 },
  ];
  // Placing is arithmetic, the same in both.
  it.each(kind === 'chrome' || WHOLE ? WINDOWS : WINDOWS.slice(-1))(
    'never covers its words, and is in view: $width x $height',
    async (window) => {
      await page.setViewport(window);
      for (const { id } of article.passages.filter((_, i) => i % 5 === 0 || i === count - 1)) {
        await session.door.ask(tab, 'goToClaim', { id });
        await cardOpen(page);
        await new Promise((resolve) => setTimeout(resolve, 700));
        const card = await inHost(page, (root) => {
          const { left, top, right, bottom } = root.querySelector('.card')?.getBoundingClientRect() ?? new DOMRect();
          return { left, top, right, bottom };
        });
        const covered = await page.evaluate((box) => {
          const [open] = [...(CSS.highlights.get('counterpoint-open') ?? [])] as Range[];
          const lines = [...(open?.getClientRects() ?? [])];
          return lines.filter(
            (l) => l.left < box.right && l.right > box.left && l.top < box.bottom && l.bottom > box.top,
          ).length;
        }, card ?? { left: 0, top: 0, right: 9999, bottom: 9999 });
        expect(covered, id).toBe(0);
        expect(card?.left, id).toBeGreaterThanOrEqual(0);
        expect(card?.right, id).toBeLessThanOrEqual(window.width + 1);
        expect((card?.top ?? 0) < window.height - 60, `${id} begins in view`).toBe(true);
        await page.keyboard.press('Escape');
        await cardClosed(page);
      }
    },
  );

  it('stays beside its words when the page scrolls and is zoomed', async () => {
    await clickClaim(page, 'contested', 1);
    await cardOpen(page);
    const gap = async () => {
      const card = await inHost(page, (root) => root.querySelector('.card')?.getBoundingClientRect().top ?? 0);
      const words = await page.evaluate(() => {
        const [open] = [...(CSS.highlights.get('counterpoint-open') ?? [])] as Range[];
        return open?.getBoundingClientRect().top ?? 0;
      });
      return Math.round((card ?? 0) - words);
    };
    const before = await gap();
    await page.evaluate(() => window.scrollBy({ top: 180, behavior: 'instant' }));
    expect(await gap()).toBe(before);
    await page.setViewport({ width: 620, height: 450, deviceScaleFactor: 2 });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await cardLabel(page)).not.toBeNull();
  });
});
