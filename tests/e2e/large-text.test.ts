import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inFirefoxItself } from '../../scripts/browsers/firefox-itself';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardOpen, dragOver, hostText } from '../support/acts';
import { inHost } from '../support/closed-root';
import { BROWSERS, eventually, placed, startSession, type TestSession } from '../support/session';

const html = siteLayouts[0]?.build(article) ?? '';
const count = article.passages.length;
/** Pixels of the reader's own letters: twice what browsers begin with. */
const SIZE = 32;

/** What of our host's part stands beyond the window or the part's own edge, and lines that are broken in a number. */
function beyond(root: ShadowRoot, selector: string): string[] {
  const part = root.querySelector(selector);
  if (!part) return [`no ${selector}`];
  const box = part.getBoundingClientRect();
  const found: string[] = [];
  for (const one of [part, ...part.querySelectorAll('button, span, strong')]) {
    const { left, right, width } = one.getBoundingClientRect();
    const out = left < Math.max(0, box.left) - 1 || right > Math.min(innerWidth, box.right) + 1;
    if (width > 1 && out) found.push(`${one.localName}: ${one.getAttribute('aria-label') ?? one.textContent}`);
    if (/^\d+ of \d+$/.test(one.textContent ?? '') && one.getClientRects().length > 0) {
      const range = document.createRange();
      range.selectNodeContents(one);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
        found.push(`broken: ${one.textContent}`);
    }
  }
  return found;
}

describe.each(BROWSERS)('letters of twice the size, on 320 pixels: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    const args = kind === 'chrome' ? [`--blink-settings=defaultFontSize=${SIZE}`] : [];
    session = await startSession(kind, { args, window: { width: 320, height: 640 } });
    if (kind === 'firefox')
      await inFirefoxItself(session.browser, `Services.prefs.setIntPref('font.size.variable.x-western', ${SIZE})`);
  });
  afterAll(() => session?.close());

  it('card, pointer and toolbar are whole', async () => {
    const page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === count);
    const tab = await session.door.tabOf(article.url);
    await session.door.ask(tab, 'goToClaim', { id: article.passages[3]?.id });
    await cardOpen(page);
    const letters = await inHost(page, (root) => getComputedStyle(root.host).getPropertyValue('--rem'));
    expect(letters).toBe(`${SIZE}px`);
    expect(await inHost(page, beyond, '.card')).toEqual([]);
    await page.keyboard.press('Escape');
    await session.door.ask(tab, 'stepClaim', { by: 1 });
    await eventually(
      () => hostText(page, '.pointer'),
      (text) => text !== null,
    );
    expect(await inHost(page, beyond, '.pointer')).toEqual([]);
    await page.keyboard.press('Escape');
    await dragOver(page, 'p:nth-of-type(3)', 4, 20);
    await eventually(
      () => hostText(page, '.offer'),
      (text) => text !== null,
    );
    expect(await inHost(page, beyond, '.offer')).toEqual([]);
    await page.close();
  });
});
