import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inFirefoxItself } from '../../scripts/browsers/firefox-itself';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardLabel, cardOpen, clickField, clickInHost, dragOver } from '../support/acts';
import { inHost } from '../support/closed-root';
import { firstLine, painted } from '../support/painted';
import { type OpenPanel, openPanel } from '../support/panel';
import { BROWSERS, eventually, placed, startSession, type TestSession } from '../support/session';

const html = siteLayouts[0]?.build(article) ?? '';
const count = article.passages.length;
const squeezed = (words: string | undefined) => words?.replace(/\s+/g, '');

describe.each(BROWSERS)('the panel: %s', (kind) => {
  let session: TestSession;
  let page: Page;
  let panel: OpenPanel;

  beforeAll(async () => {
    session = await startSession(kind);
    page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === count);
    panel = await openPanel(session, await session.door.tabOf(article.url), page);
  });
  afterAll(() => session?.close());

  const heading = () => panel.look((document) => document.querySelector('.head h1')?.textContent ?? null);
  /** The numbers of the claims that stand open. */
  const open = () =>
    panel.look((document) =>
      [...document.querySelectorAll('.claim:has(> details[open]) .number')].map((one) => Number(one.textContent)),
    );
  /** A claim's paint, and which of the ranges painted so is its own. */
  const paintOf = (number: number): [string, number] => {
    const verdict = article.passages[number - 1]?.verdict;
    const before = article.passages.slice(0, number - 1).filter((one) => one.verdict === verdict).length;
    return [`counterpoint-claim-${verdict}`, before];
  };
  /** How far down the view a claim's words begin: 0 is its top, 1 its end. */
  const heightOf = (number: number) => page.evaluate(topOf, ...paintOf(number));
  /** Scrolls until a claim's words begin where a reader reads, as soon as they are painted. */
  const scrollTo = async (number: number) => {
    const top = await eventually(
      () => heightOf(number).catch(() => null),
      (share) => share !== null,
    );
    await page.evaluate((share) => scrollBy({ top: (share - 0.28) * innerHeight, behavior: 'instant' }), top ?? 0);
  };
  const choose = (tab: string) =>
    panel.look((document, name) => {
      const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')];
      tabs.find((one) => one.id.endsWith(`-${name}`))?.click();
    }, tab);
  /** Does to a claim of the list what a mouse or a finger does. */
  const onClaim = (number: number, act: 'enter' | 'leave' | 'press') =>
    panel.look(
      (document, nth, what) => {
        const item = document.querySelectorAll<HTMLElement>('.claim')[nth - 1];
        if (what === 'press') item?.querySelector('summary')?.click();
        else item?.dispatchEvent(new PointerEvent(`pointer${what}`, { pointerType: 'mouse' }));
      },
      number,
      act,
    );

  it('opens beside the page from the popup, with every claim', async () => {
    await eventually(heading, (seen) => seen === article.headline);
    expect(await panel.look((document) => document.querySelectorAll('.claim').length)).toBe(count);
  });

  it('has the claim in view open, and no other, wherever the page is scrolled to', async () => {
    for (const number of [9, 4, 13]) {
      await scrollTo(number);
      expect(await eventually(open, (numbers) => numbers[0] === number)).toEqual([number]);
    }
  });

  it('shows the open claim from its first word, below the tabs, also where it is longer than the panel', async () => {
    for (const number of [12, 8, 4, 1]) {
      await scrollTo(number);
      await eventually(open, (numbers) => numbers[0] === number);
      await eventually(
        () =>
          panel.look((document) => {
            const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
            const head = box('.claim > details[open] > summary');
            return [
              box('.tabs')?.bottom ?? 0,
              head?.top ?? 0,
              head?.bottom ?? 0,
              document.defaultView?.innerHeight ?? 0,
            ];
          }),
        ([tabs = 0, top = 0, bottom = 0, height = 0]) => tabs <= top && bottom <= height,
        3000,
      );
    }
  });

  it('shows the article’s head with its first claim', async () => {
    const top = await panel.look((document) => document.querySelector('.head h1')?.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
  });

  it('has its tabs in one row, as wide as Firefox opens a sidebar', async () => {
    if (kind === 'firefox') {
      const sidebar = `document.getElementById('sidebar-box').style`;
      await inFirefoxItself(session.browser, `${sidebar}.cssText = 'width: 290px; min-width: 290px; max-width: 290px'`);
    } else await panel.page?.setViewport({ width: 290, height: 800 });
    await eventually(
      () => panel.look((document) => document.defaultView?.innerWidth),
      (width) => width === 290,
    );
    const rows = await panel.look(
      (document) =>
        new Set([...document.querySelectorAll<HTMLElement>('.tabs button')].map((tab) => tab.offsetTop)).size,
    );
    expect(rows).toBe(1);
    if (kind === 'firefox')
      await inFirefoxItself(session.browser, `document.getElementById('sidebar-box').style.cssText = ''`);
    else await panel.page?.setViewport(null);
  });

  it('has a claim’s words stand out on the page while it is pointed at here', async () => {
    await onClaim(4, 'enter');
    const seen = await eventually(
      () => painted(page),
      (paint) => 'counterpoint-open' in paint,
    );
    expect(seen['counterpoint-open']).toBe(squeezed(article.passages[3]?.words));
    await onClaim(4, 'leave');
    await eventually(
      () => painted(page),
      (paint) => !('counterpoint-open' in paint),
    );
  });

  it('shows which claim the mouse is on, on the page', async () => {
    const { x, y } = await firstLine(page, ...paintOf(2));
    await page.mouse.move(x, y);
    const pointed = () =>
      panel.look((document) => document.querySelector('.claim.pointed .number')?.textContent ?? null);
    await eventually(pointed, (number) => number === '2');
    await page.mouse.move(2, 2);
    await eventually(pointed, (number) => number === null);
  });

  it('goes along when the reader opens a card or goes from claim to claim by keyboard', async () => {
    await page.bringToFront();
    await scrollTo(7);
    await eventually(open, (numbers) => numbers[0] === 7);
    // Claim 8 begins below the place where a reader is taken to read.
    await clickOn(page, ...paintOf(8));
    await cardOpen(page);
    await eventually(open, (numbers) => numbers[0] === 8);
    await session.door.ask(await session.door.tabOf(article.url), 'stepClaim', { by: 1 });
    await eventually(open, (numbers) => numbers[0] === 9);
    await page.keyboard.press('Escape');
  });

  it('leads to the words without opening a card over them, and stays on that claim', async () => {
    await onClaim(11, 'press');
    await eventually(open, (numbers) => numbers[0] === 11);
    await eventually(
      () => heightOf(11),
      (share) => share > 0 && share < 0.7,
    );
    expect(await cardLabel(page)).toBeNull();
    await new Promise((done) => setTimeout(done, 500));
    expect(await open()).toEqual([11]);
  });

  it('keeps a note on a claim that the card then shows, and shows what is written in the card', async () => {
    const fieldOf = (number: number) =>
      panel.look(
        (document, nth) => document.querySelectorAll('.claim')[nth - 1]?.querySelector('textarea')?.value ?? null,
        number,
      );
    await page.bringToFront();
    await scrollTo(4);
    await eventually(open, (numbers) => numbers[0] === 4);
    await panel.look((document) => {
      const field = document.querySelectorAll('.claim')[3]?.querySelector('textarea');
      if (!field) throw new Error('no field');
      field.value = 'Compare with chapter 3.';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await eventually(
      () => panel.look((document) => document.querySelector('.claim details[open] .status')?.textContent ?? ''),
      (status) => status === 'Saved on this device',
    );
    await clickOn(page, ...paintOf(4));
    await cardOpen(page);
    await eventually(
      () => inHost(page, (root) => root.querySelector('textarea')?.value ?? null),
      (text) => text === 'Compare with chapter 3.',
    );
    await clickField(page, '.card textarea');
    await page.keyboard.press('End');
    await page.keyboard.type(' And 4.');
    await eventually(
      () => fieldOf(4),
      (text) => text === 'Compare with chapter 3. And 4.',
    );
    await page.keyboard.press('Escape');
  });

  it('loses nothing that was typed the moment before it is closed', async () => {
    await page.bringToFront();
    await scrollTo(12);
    await eventually(open, (numbers) => numbers[0] === 12);
    await panel.look((document) => {
      const field = document.querySelectorAll('.claim')[11]?.querySelector('textarea');
      if (!field) throw new Error('no field');
      field.value = 'Half a thou';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      document.documentElement.dataset.left = 'yes';
      document.location.reload();
    });
    await eventually(
      () => panel.look((document) => document.documentElement.dataset.left ?? 'no').catch(() => null),
      (left) => left === 'no',
    );
    await eventually(
      () =>
        panel
          .look((document) => document.querySelectorAll('.claim')[11]?.querySelector('textarea')?.value ?? null)
          .catch(() => null),
      (text) => text === 'Half a thou',
    );
    await eventually(
      () => session.door.page.evaluate(notesInLibrary),
      (notes) => notes.includes('Half a thou'),
    );
  });

  it('lists the reader’s highlights, whose notes are written here too', async () => {
    const words = await dragOver(page, '#tda-gated-body p:nth-of-type(3)', 4, 37);
    await clickInHost(page, '.offer [aria-label="blue"]');
    await choose('notes');
    await eventually(
      () => panel.look((document) => document.querySelector('.notes blockquote')?.textContent ?? null),
      (quote) => quote === words,
    );
    await panel.look((document) => {
      const field = document.querySelector<HTMLTextAreaElement>('.notes textarea');
      if (!field) throw new Error('no field');
      field.value = 'To be checked';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.blur();
    });
    await clickOn(page, 'counterpoint-blue');
    await cardOpen(page);
    await eventually(
      () => inHost(page, (root) => root.querySelector('textarea')?.value ?? null),
      (text) => text === 'To be checked',
    );
    await page.keyboard.press('Escape');
    await choose('claims');
  });

  it('follows the tab in front, through pages that are no article, and comes back', async () => {
    const other = await session.browser.newPage();
    await other.goto('about:blank');
    await other.bringToFront();
    await eventually(heading, (seen) => seen === 'Counterpoint');
    await page.bringToFront();
    await eventually(heading, (seen) => seen === article.headline);
    await scrollTo(9);
    await eventually(open, (numbers) => numbers[0] === 9);
    await other.close();
  });

  it('follows the page to another address within the document, to another document, and back', async () => {
    await page.bringToFront();
    const before = page.url();
    await page.evaluate(() => history.pushState(null, '', '/category/asean-beat/'));
    await eventually(heading, (seen) => seen === 'Counterpoint');
    await page.evaluate(() => history.back());
    await eventually(heading, (seen) => seen === article.headline);
    session.pages.set('https://thediplomat.com/regions/', '<!doctype html><title>Regions</title><h1>Regions</h1>');
    await page.goto('https://thediplomat.com/regions/');
    await eventually(heading, (seen) => seen === 'Counterpoint');
    await page.goto(before);
    await eventually(heading, (seen) => seen === article.headline);
    await session.reading(page, (state) => placed(state, 'found').length > count);
    await scrollTo(4);
    await eventually(open, (numbers) => numbers[0] === 4);
    // Back to a document that the browser may have kept: its scripts slept meanwhile, and wake with what they knew.
    await page.goto('https://thediplomat.com/regions/');
    await eventually(heading, (seen) => seen === 'Counterpoint');
    await page.goBack();
    await eventually(heading, (seen) => seen === article.headline);
    await scrollTo(7);
    await eventually(open, (numbers) => numbers[0] === 7);
  });
});

/** All notes in the library. Runs in a page of the extension. */
function notesInLibrary(): Promise<string[]> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('counterpoint');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('annotations').objectStore('annotations').getAll();
      all.onsuccess = () => {
        opening.result.close();
        done(all.result.map(({ note }: { note: string }) => note));
      };
    };
  });
}

/** Where the nth range painted so begins, as a share of the view's height. Runs in the page. */
function topOf(name: string, nth: number): number {
  const ranges = [...(CSS.highlights.get(name) ?? [])] as Range[];
  ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  const range = ranges[nth];
  if (!range) throw new Error(`nothing painted as ${name}`);
  return range.getBoundingClientRect().top / innerHeight;
}

/** Clicks on the nth words painted so. */
async function clickOn(page: Page, name: string, nth = 0): Promise<void> {
  const { x, y } = await firstLine(page, name, nth);
  await page.mouse.click(x, y);
}
