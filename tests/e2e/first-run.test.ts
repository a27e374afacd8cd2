import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardOpen, clickClaim, clickField, clickInHost, dragOver, hostText } from '../support/acts';
import { inHost } from '../support/closed-root';
import { painted } from '../support/painted';
import { rowsOf } from '../support/rows';
import { BROWSERS, eventually, placed, startSession, type TestSession } from '../support/session';

const html = siteLayouts[0]?.build(article) ?? '';
const count = article.passages.length;
interface TabsApi {
  query: (filter: object) => Promise<{ url?: string }[]>;
}

const WELCOME = 'src/welcome/index.html';
const SETTINGS = 'src/settings/index.html';

const textOf = (page: Page, selector: string): Promise<string> =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);

/** Clicks the control whose label holds these words, or takes a choice of it. */
const control = (page: Page, label: string, value?: string): Promise<boolean> =>
  eventually(
    () =>
      page.evaluate(
        (words, choice) => {
          const found = [...document.querySelectorAll('label')].find((one) => one.textContent?.includes(words));
          const input = found?.control;
          if (input instanceof HTMLSelectElement) {
            input.value = choice ?? '';
            input.dispatchEvent(new Event('change', { bubbles: true }));
          } else input?.click();
          return Boolean(input);
        },
        label,
        value,
      ),
    (done) => done,
  );

describe.each(BROWSERS)('first run and settings: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  it('welcomes once, after the installation', async () => {
    // Not every browser tells automation of pages that an extension opens: the extension's own list of tabs is asked.
    await eventually(
      () =>
        session.door.page.evaluate(async (path) => {
          const { tabs } = (globalThis as unknown as { chrome: { tabs: TabsApi } }).chrome;
          return (await tabs.query({})).filter(({ url }) => url?.endsWith(path)).length;
        }, WELCOME),
      (tabs) => tabs === 1,
    );
  });

  it('teaches by doing: a claim, a highlight, a note, each ticked off when done, and none of it in the library', async () => {
    const page = await session.openExtensionPage(WELCOME);
    await page.setViewport({ width: 1300, height: 900 });
    await page.bringToFront();
    await eventually(
      () => painted(page),
      (seen) => Object.keys(seen).filter((name) => name.includes('claim')).length === 3,
    );
    const done = () => page.evaluate(() => document.querySelectorAll('.steps .done').length);
    await clickClaim(page, 'contested');
    expect(await cardOpen(page)).toBe('Claim 1 of 4, Contested');
    expect(await done()).toBe(0);
    await clickInHost(page, '.argument summary');
    await eventually(done, (steps) => steps === 1);
    await page.keyboard.press('Escape');
    const words = await dragOver(page, '.welcome article p:nth-of-type(1)', 0, 31);
    await clickInHost(page, '.offer [aria-label="green"]');
    await eventually(done, (steps) => steps === 2);
    expect((await painted(page))['counterpoint-green']).toBe(words.replace(/\s/g, ''));
    const { x, y } = await page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('counterpoint-green') ?? [])] as Range[];
      const box = range?.getBoundingClientRect();
      return { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 8 };
    });
    await page.mouse.click(x, y);
    expect(await cardOpen(page)).toBe('Your highlight');
    await clickField(page, '.card textarea');
    await page.keyboard.type('Kept here only.');
    await eventually(done, (steps) => steps === 3);
    expect(await textOf(page, '.all-done')).toContain('On The Diplomat it works the same.');
    expect((await rowsOf(session.door.page)).annotations).toEqual([]);
    await page.close();
  });

  it('a choice is in effect at once in an open article, and is found by its words', async () => {
    const page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === count);
    const settings = await session.openExtensionPage(SETTINGS);
    await settings.bringToFront();
    const claims = async () => Object.keys(await painted(page)).filter((name) => name.includes('claim')).length;
    expect(await claims()).toBeGreaterThan(0);
    await control(settings, 'Underline claims');
    await eventually(claims, (painted) => painted === 0);
    await control(settings, 'Underline claims');
    await eventually(claims, (painted) => painted > 0);
    await settings.focus('input[type=search]');
    await settings.keyboard.type('button due');
    await eventually(
      () => settings.evaluate(() => [...document.querySelectorAll('.choice label')].map((label) => label.textContent)),
      (labels) => labels.length === 1 && labels[0] === 'Count what is due on the button',
    );
    await settings.keyboard.type(' zebra');
    await eventually(
      () => textOf(settings, '[role=status]'),
      (said) => said.includes('No setting'),
    );
    await settings.close();
    await page.close();
  });

  it('lists the marks in reading order for who does not see them; each leads to its words', async () => {
    const page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === count);
    const listed = await eventually(
      () =>
        inHost(page, (root) => [...root.querySelectorAll('.marks button')].map((button) => button.textContent ?? '')),
      (seen) => seen?.length === count,
    );
    expect(listed?.[2]).toMatch(new RegExp(`^Claim 3 of ${count}, [A-Z]`));
    // Unseen until focused, then in view.
    const box = () =>
      inHost(page, (root) => {
        const { width, bottom } = root.querySelectorAll('.marks button')[2]?.getBoundingClientRect() ?? new DOMRect();
        return { width, inView: bottom <= innerHeight };
      });
    expect((await box())?.width).toBeLessThan(4);
    await inHost(page, (root) => (root.querySelectorAll('.marks button')[2] as HTMLElement).focus());
    expect((await box())?.width).toBeGreaterThan(100);
    expect((await box())?.inView).toBe(true);
    await page.keyboard.press('Enter');
    expect(await cardOpen(page)).toContain(`Claim 3 of ${count}`);
    expect(await hostText(page, '.card h2')).not.toBe('');
    await page.close();
  });
});
