import type { Page } from 'puppeteer-core';
import { inHost } from './closed-root';
import { firstLine } from './painted';
import { eventually } from './session';

/** What a reader does with mouse and keyboard on a page, and what our host shows then. */

export async function clickClaim(page: Page, verdict: string, index = 0): Promise<void> {
  const { x, y } = await firstLine(page, `counterpoint-claim-${verdict}`, index);
  await page.mouse.click(x, y);
}

/** The label of the open card; `null` when none is open. */
export const cardLabel = (page: Page): Promise<string | null> =>
  inHost(page, (root) => root.querySelector('.card')?.getAttribute('aria-label') ?? null);

export const cardOpen = (page: Page): Promise<string | null> =>
  eventually(
    () => cardLabel(page),
    (label) => label !== null,
  );

export const cardClosed = (page: Page): Promise<string | null> =>
  eventually(
    () => cardLabel(page),
    (label) => label === null,
  );

/** Clicks on an element of our host, with the mouse, where it is. */
export async function clickInHost(page: Page, selector: string): Promise<void> {
  const point = await eventually(
    () =>
      inHost(
        page,
        (root, wanted) => {
          const element = root.querySelector(wanted);
          element?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
          const box = element?.getBoundingClientRect();
          return box && box.width > 0 ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
        },
        selector,
      ),
    (found) => found !== null,
  );
  if (point) await page.mouse.click(point.x, point.y);
}

/** Drags over words of a paragraph: from one character to another of its first text node. Returns the words. */
export async function dragOver(page: Page, selector: string, from: number, to: number): Promise<string> {
  const { start, end, words } = await page.evaluate(
    (wanted, first, last) => {
      const element = document.querySelector(wanted);
      const node = element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      if (!element || !node) throw new Error(`no text in ${wanted}`);
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = document.createRange();
      const [start, end] = [first, last].map((at) => {
        range.setStart(node, at);
        range.collapse(true);
        const { left, top, height } = range.getBoundingClientRect();
        return { x: left, y: top + height / 2 };
      });
      if (!start || !end) throw new Error('no edges');
      return { start, end, words: (node as Text).data.slice(first, last) };
    },
    selector,
    from,
    to,
  );
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 3 });
  await page.mouse.up();
  return words;
}

/**
 * Walks the caret to a paragraph and over so many of its words, by keys alone, as a reader who has switched the caret on
 * (LaunchOptions.caret). Returns the words.
 */
export async function walkOver(page: Page, selector: string, words: number): Promise<string> {
  const isThere = () =>
    page.evaluate((wanted) => {
      const at = getSelection()?.anchorNode;
      return document.querySelector(wanted)?.contains(at ?? null) === true;
    }, selector);
  for (let line = 0; line < 60 && !(await isThere()); line++) await page.keyboard.press('ArrowDown');
  // Firefox gives a page that is driven no caret before something is clicked: it is put before the words there, and only
  // the selecting is by keys.
  if (!(await isThere())) {
    await page.evaluate((wanted) => {
      const element = document.querySelector(wanted);
      const text = element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      getSelection()?.collapse(text ?? null, 0);
    }, selector);
  }
  await page.keyboard.down('Shift');
  await page.keyboard.down('Control');
  for (let word = 0; word < words; word++) await page.keyboard.press('ArrowRight');
  await page.keyboard.up('Control');
  await page.keyboard.up('Shift');
  return page.evaluate(() => getSelection()?.toString() ?? '');
}

/** The text of a part of our host; `null` when it is not there. */
export const hostText = (page: Page, selector: string): Promise<string | null> =>
  inHost(page, (root, wanted) => root.querySelector(wanted)?.textContent ?? null, selector);

/** Puts the caret into a field of our host, with the mouse. */
export async function clickField(page: Page, selector: string): Promise<void> {
  await eventually(
    async () => {
      await clickInHost(page, selector);
      return inHost(page, (root, wanted) => root.activeElement?.matches(wanted) ?? false, selector);
    },
    (focused) => focused === true,
  );
}
