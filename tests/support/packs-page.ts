import type { Page } from 'puppeteer-core';
import { firstArticle as article } from '../pages/article';
import { madeClaim, madePack } from '../unit/packs/made-pack';
import { eventually } from './session';

const [first] = article.passages;
const [, ...inside] = (first?.words ?? '').split(' ');

/** A claim of a pack on words of our own first claim's. */
export const onSameWords = (id: string, change: object = {}) =>
  madeClaim(id, {
    statement: `What ${id} makes of it.`,
    excerpt: { start: inside.slice(0, 6).join(' '), end: inside.slice(-6).join(' ') },
    assessment: { verdict: 'holds', reason: 'Both ledgers exist.' },
    ...change,
  });
/** A pack with such claims. */
export const packOf = (id: string, name: string, change: object = {}, claims = [onSameWords(id)]) => {
  const { url, headline, author, published } = article;
  return madePack({
    id,
    name,
    articles: [{ article: { url, headline, author, published, summary: 'On ledgers.' }, claims }],
    ...change,
  });
};

/** Chooses a file as the file picker would. */
export const chooseFile = (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
  page.evaluate(
    (fileName, content) => {
      const input = document.querySelector<HTMLInputElement>('#pack-file');
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], fileName));
      if (input) input.files = data.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    [...bytes],
  );

/** Presses the first of a page's buttons and boxes whose name begins so. */
export const press = (page: Page, words: string): Promise<boolean> =>
  eventually(
    () =>
      page.evaluate((wanted) => {
        const named = (one: Element) => one.getAttribute('aria-label') ?? one.textContent?.trim() ?? '';
        const found = [...document.querySelectorAll<HTMLElement>('button, input')].find((one) =>
          named(one).startsWith(wanted),
        );
        found?.click();
        return found !== undefined;
      }, words),
    (pressed) => pressed,
  );

/** Waits until a part of a page says something. @returns all that it says */
export const says = (page: Page, selector: string, words: RegExp): Promise<string> =>
  eventually(
    () => page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector),
    (text) => words.test(text),
  );
