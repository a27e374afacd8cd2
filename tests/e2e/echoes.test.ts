import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layOut } from '../../scripts/site/layout';
import { cardClosed, cardOpen, clickInHost, hostText } from '../support/acts';
import { BROWSERS, eventually, startSession, type TestSession } from '../support/session';

/** An article that the database does not know, and that makes two arguments of one it does. */
const ARTICLE = {
  url: 'https://thediplomat.com/2024/03/harbors-and-reservations/',
  headline: 'Harbors and Reservations',
  paragraphs: [
    'Every treaty of friendship is signed twice, once by the ministers and once by those who have to live beside the harbor.',
    'For its trade Vietnam depends on the United States, for its security on China, the opposite of what holds for most of Asia.',
    'What the factories sell to American buyers cannot simply be sold to China instead.',
    'Nobody at the fish market had heard of it, and nobody who had would have said so before the second cup of tea of the morning.',
  ],
};
const ECHO = 'For its trade Vietnam depends';
const OTHER = 'What the factories';

describe.each(BROWSERS)('echoes: %s', (kind) => {
  let session: TestSession;
  let page: Page;
  beforeAll(async () => {
    session = await startSession(kind);
    page = await session.open(ARTICLE.url, layOut(ARTICLE));
  });
  afterAll(() => session?.close());

  /** The words that are painted as echoes. */
  const painted = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('counterpoint-echo') ?? CSS.highlights.get('counterpoint-echo-dark') ?? [])].map(
        (range) => range.toString(),
      ),
    );
  const isWithout = (words: string) => (seen: string[]) => seen.length === 1 && !seen[0]?.startsWith(words);
  const clickEcho = async () => {
    const [x = 0, y = 0] = await page.evaluate((words) => {
      const paragraph = [...document.querySelectorAll('p')].find((p) => p.textContent?.startsWith(words));
      const range = document.createRange();
      range.setStart(paragraph?.firstChild as Text, 2);
      range.setEnd(paragraph?.firstChild as Text, 20);
      const { left, top, width, height } = range.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    }, ECHO);
    await page.mouse.click(x, y);
  };

  it('marks the sentences that resemble claims of another article, and no others', async () => {
    const words = await eventually(painted, (seen) => seen.length > 0, 20_000);
    expect(words.sort()).toEqual([ARTICLE.paragraphs[1], ARTICLE.paragraphs[2]]);
  });

  it('says of which article, with its counterarguments and sources', async () => {
    await clickEcho();
    expect(await cardOpen(page)).toBe('Resembles a claim');
    const text = await hostText(page, '.card');
    expect(text).toContain('This sentence resembles a claim in Why Vietnam will not balance against China');
    expect(text).toContain('Vietnam reverses the usual Asian pattern');
    expect(text).toContain('Counterarguments');
  });

  it('is dismissed for good, and comes back when that is undone', async () => {
    await clickInHost(page, '.card footer .link');
    await cardClosed(page);
    await eventually(painted, isWithout(ECHO));
    await clickInHost(page, '.toast .link');
    await eventually(painted, (seen) => seen.length === 2);
    await clickEcho();
    await cardOpen(page);
    await clickInHost(page, '.card footer .link');
    await eventually(painted, isWithout(ECHO));
    await page.reload({ waitUntil: 'load' });
    // Echoes come all at once: where the other one stands, this one was left out.
    const [words, ...more] = await eventually(painted, (seen) => seen.length > 0, 20_000);
    expect(words).toContain(OTHER);
    expect(more).toEqual([]);
  });

  it('are shown again when the reader says so in the settings', async () => {
    const settings = await session.openExtensionPage('src/settings/index.html');
    await settings.waitForSelector('button[aria-label$="Show them again (1)"]');
    await settings.click('button[aria-label$="Show them again (1)"]');
    await settings.waitForSelector('button[aria-label$="Undo"]');
    await settings.close();
    await page.bringToFront();
    await page.reload({ waitUntil: 'load' });
    await eventually(painted, (seen) => seen.length === 2, 20_000);
  });

  it('are switched off, and on, by the reader', async () => {
    const other = { ...ARTICLE, url: 'https://thediplomat.com/2024/04/harbors-again/' };
    await page.close();
    page = await session.open(other.url, layOut(other));
    await eventually(painted, (seen) => seen.length === 2, 20_000);
    const settings = await session.openExtensionPage('src/settings/index.html');
    const toggle = () =>
      settings.evaluate(() => {
        const label = [...document.querySelectorAll('label')].find((one) =>
          one.textContent?.includes('resemble a claim'),
        );
        (label?.control as HTMLElement | null)?.click();
      });
    await settings.waitForSelector('label');
    await toggle();
    await page.bringToFront();
    await eventually(painted, (seen) => seen.length === 0, 10_000);
    await toggle();
    await eventually(painted, (seen) => seen.length === 2, 20_000);
  });
});
