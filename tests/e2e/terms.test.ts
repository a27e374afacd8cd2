import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClaimDatabase } from '../../src/claims/vite-plugin';
import { firstArticle } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardClosed, cardLabel, cardOpen, hostText } from '../support/acts';
import { firstLine, painted } from '../support/painted';
import { BROWSERS, eventually, placed, startSession, type TestSession } from '../support/session';

const [stored] = readClaimDatabase().articles;
if (!stored) throw new Error('the claim database is empty');
const hedging = stored.glossary.find(({ term }) => term === 'hedging');
/** Two more paragraphs, in words of our own: a term twice, in another case, and as a part of other words. */
const article = {
  ...firstArticle,
  paragraphs: [
    ...firstArticle.paragraphs,
    'A captain who practices Hedging with two harbors calls it hedging, and not overhedging, in every ledger she keeps.',
    'Of asymmetry between a ship and the sea nobody speaks on this coast, nor of rehedging.',
  ],
};
const html = siteLayouts[0]?.build(article) ?? '';
const OWN = 'Hedgingasymmetry';

describe.each(BROWSERS)('terms of the glossary: %s', (kind) => {
  let session: TestSession;
  let page: Page;
  let popup: Page;
  beforeAll(async () => {
    session = await startSession(kind);
    page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === article.passages.length);
    popup = await session.openExtensionPage(`src/popup/index.html?tab=${await session.door.tabOf(article.url)}`);
    await popup.waitForSelector('.term-switch input');
  });
  afterAll(() => session?.close());

  const marked = async () => (await painted(page))['counterpoint-term'] ?? '';
  const press = () => popup.evaluate(() => document.querySelector<HTMLElement>('.term-switch input')?.click());

  it('are not marked until the reader wants it', async () => {
    expect(await marked()).toBe('');
  });

  it('are marked in the open page at the turn of a switch: whole words, the first in a paragraph', async () => {
    await press();
    const words = await eventually(marked, (all) => all !== '');
    expect(words.endsWith(OWN)).toBe(true);
    // The claims stand where they stood.
    expect(Object.keys(await painted(page)).filter((name) => name.includes('-claim-')).length).toBeGreaterThan(2);
  });

  it('open a card with definition and sources, and no field for a note', async () => {
    await page.bringToFront();
    const count = await page.evaluate(() => CSS.highlights.get('counterpoint-term')?.size ?? 0);
    const { x, y } = await firstLine(page, 'counterpoint-term', count - 2);
    await page.mouse.click(x, y);
    expect(await cardOpen(page)).toBe('Term: hedging');
    expect(await hostText(page, '.card .term p')).toBe(hedging?.definition);
    expect(await hostText(page, '.card .citations')).not.toBeNull();
    expect(await hostText(page, '.card textarea')).toBeNull();
    await page.keyboard.press('Escape');
    await cardClosed(page);
    expect(await cardLabel(page)).toBeNull();
  });

  it('stay marked when the page is opened again, and are gone when the reader wants none', async () => {
    await page.reload();
    await eventually(marked, (all) => all.endsWith(OWN));
    await press();
    await eventually(marked, (all) => all === '');
  });
});
