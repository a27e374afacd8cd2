import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstArticle as article } from '../pages/article';
import { gates, siteLayouts, withChange } from '../pages/builder';
import { cardLabel, clickInHost, dragOver, hostText } from '../support/acts';
import { painted } from '../support/painted';
import { BROWSERS, eventually, placed, startSession, type TestSession } from '../support/session';

const html = siteLayouts[0]?.build(article) ?? '';
const count = article.passages.length;
const text = (page: Page, selector: string): Promise<string | null> =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? null, selector);

describe.each(BROWSERS)('the popup: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  const openPopup = async (tab: number): Promise<Page> => {
    const popup = await session.openExtensionPage(`src/popup/index.html?tab=${tab}`);
    await eventually(
      () => text(popup, '.head h1'),
      (heading) => heading !== null,
    );
    return popup;
  };

  it('on a page that is no article says what this is, and has no articles read last yet', async () => {
    const popup = await openPopup(-1);
    expect(await text(popup, '.head h1')).toBe('Counterpoint');
    await eventually(
      () => text(popup, '.message'),
      (message) => message?.includes('Open an article on thediplomat.com') === true,
    );
    await popup.close();
  });

  it('lists every claim in reading order with its arguments, and leads to the words', async () => {
    const page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === count);
    const popup = await openPopup(await session.door.tabOf(article.url));
    expect(await text(popup, '.head h1')).toBe(article.headline);
    await eventually(
      () => text(popup, '.legend'),
      (legend) => legend?.includes(`${count} claims, ${count} found`) === true,
    );
    const items = await popup.evaluate(() =>
      [...document.querySelectorAll('.claim')].map((item) => ({
        number: item.querySelector('.number')?.textContent,
        arguments: item.querySelectorAll('.argument').length,
        sources: item.querySelectorAll('.citations li').length,
        verdict: item.querySelector('.badge')?.textContent,
      })),
    );
    expect(items.map(({ number }) => number)).toEqual(article.passages.map((_, i) => String(i + 1)));
    for (const item of items) {
      expect(item.arguments).toBeGreaterThan(0);
      expect(item.sources).toBeGreaterThan(0);
      expect(item.verdict).not.toBe('');
    }
    await popup.evaluate(() => {
      (document.querySelector('[aria-label="Show claim 7 in the article"]') as HTMLElement).click();
    });
    await eventually(
      () => cardLabel(page),
      (label) => label?.startsWith('Claim 7 of') === true,
    );
    await popup.close();
    await page.close();
  });

  it('shows the reader’s notes on this article as they are written, and switches the toolbar off', async () => {
    const page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === count);
    const tab = await session.door.tabOf(article.url);
    const popup = await openPopup(tab);
    await page.bringToFront();
    const words = await dragOver(page, '#tda-gated-body p:nth-of-type(3)', 4, 37);
    await clickInHost(page, '.offer [aria-label="blue"]');
    await eventually(
      () => painted(page),
      (seen) => 'counterpoint-blue' in seen,
    );
    await popup.bringToFront();
    await eventually(
      () => text(popup, '.notes blockquote'),
      (quote) => quote === words,
    );
    await eventually(
      () => text(popup, '.legend'),
      (legend) => legend?.includes('1 note') === true,
    );
    await popup.evaluate(() => (document.querySelector('.foot input') as HTMLElement).click());
    await page.bringToFront();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await dragOver(page, '#tda-gated-body p:nth-of-type(3)', 40, 60);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await page.evaluate(() => String(getSelection()).length)).toBe(20);
    expect(await hostText(page, '.offer')).toBeNull();
    await popup.evaluate(() => (document.querySelector('.foot input') as HTMLElement).click());
    await popup.close();
    await page.close();
  });

  it('says how many claims are in the part that a gate holds back', async () => {
    const [clips] = gates(6);
    if (!clips) throw new Error('no gate');
    const page = await session.open(article.url, withChange(html, clips));
    await session.reading(page, (state) => placed(state, 'not shown').length > 0);
    const popup = await openPopup(await session.door.tabOf(article.url));
    const wanted = `${count} claims, 6 found, ${count - 6} in the part not shown`;
    await eventually(
      () => text(popup, '.legend'),
      (legend) => legend?.includes(wanted) === true,
    );
    expect(await text(popup, '.claim.away .meta')).toContain('in the part not shown');
    await popup.close();
    await page.close();
  });

  it('on an article without claims says so, and remembers the articles read last', async () => {
    const url = 'https://thediplomat.com/2024/05/a-ledger-of-the-harbor/';
    const other = { ...article, url, headline: 'A Ledger of the Harbor and Its Ships' };
    const page = await session.open(url, siteLayouts[0]?.build(other) ?? '');
    await session.reading(page, (state) => state.article !== null);
    const popup = await openPopup(await session.door.tabOf(url));
    expect(await text(popup, '.head h1')).toBe(other.headline);
    expect(await text(popup, '.message')).toContain('no claims for this article yet');
    await popup.close();
    await page.close();
    const home = await openPopup(-1);
    await eventually(
      () => text(home, '.recent a'),
      (first) => first === other.headline,
    );
    await home.close();
  });

  it('the badge counts the claims found', async () => {
    const page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length >= count);
    const tab = await session.door.tabOf(article.url);
    const badge = () =>
      session.door.page.evaluate((tabId) => {
        const api = ((globalThis as Record<string, unknown>).browser ??
          (globalThis as Record<string, unknown>).chrome) as {
          action: { getBadgeText: (of: { tabId: number }) => Promise<string> };
        };
        return api.action.getBadgeText({ tabId });
      }, tab);
    await eventually(badge, (shown) => shown === String(count));
    await page.close();
  });
});
