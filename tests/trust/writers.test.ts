import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/core/annotation';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardOpen } from '../support/acts';
import { inHost } from '../support/closed-root';
import { rowsOf } from '../support/rows';
import { BROWSERS, eventually, placed, startSession, type TestSession } from '../support/session';
import { report, tries } from '../support/trust';

const html = siteLayouts[0]?.build(article) ?? '';
const id = article.passages[0]?.id ?? '';
/** Of each place. */
const WRITES = tries(200, 20);

const notesOnClaims = async (session: TestSession): Promise<string[]> =>
  ((await rowsOf(session.door.page)).annotations as Annotation[])
    .filter(({ target }) => target.kind === 'claim')
    .map(({ note }) => note);

/** Writes a word at the end of the first field in a part of a page, and leaves the field. @returns whether there was one */
function writeIn(part: ParentNode | null, word: string): boolean {
  const field = part?.querySelector('textarea');
  if (!field) return false;
  field.value = `${field.value} ${word}`;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new FocusEvent('blur'));
  return true;
}
const writeOn = (page: Page, selector: string, word: string): Promise<boolean> =>
  page.evaluate(`(${writeIn})(document.querySelector(${JSON.stringify(selector)}), ${JSON.stringify(word)})`) as never;

describe.each(BROWSERS)('two tabs, panel, library and popup write at once: %s', (kind) => {
  it('no word of the note is lost that four of them write on, and no choice', { timeout: 600_000 }, async () => {
    const session = await startSession(kind);
    const tabs: Page[] = [];
    for (let i = 0; i < 2; i++) {
      const page = await session.open(article.url, html);
      await session.reading(page, (state) => placed(state, 'found').length >= article.passages.length);
      await session.door.ask(await session.door.tabOf(article.url), 'goToClaim', { id });
      await cardOpen(page);
      tabs.push(page);
    }
    const [one, other] = tabs as [Page, Page];
    const tab = await session.door.tabOf(article.url);
    const inCard = (page: Page) => async (word: string) => (await inHost(page, writeIn, word)) === true;
    await inCard(one)('Begun.');
    await eventually(
      () => notesOnClaims(session),
      (notes) => notes.join().trim() === 'Begun.',
    );
    const library = await session.openExtensionPage('src/library/index.html');
    await eventually(
      () =>
        library.evaluate(() => {
          const deeds = [...document.querySelectorAll<HTMLElement>('.entry .deed')];
          deeds.find(({ textContent }) => textContent === 'Edit note')?.click();
          return document.querySelector('.entry textarea') !== null;
        }),
      (isOpen) => isOpen,
    );
    const panel = await session.openExtensionPage(`src/panel/index.html?tab=${tab}`);
    const inPanel = `.claim[data-claim="${id}"]`;
    await eventually(
      () => panel.evaluate((claim) => document.querySelector(`${claim} textarea`) !== null, inPanel),
      (isOpen) => isOpen,
    );
    const popup = await session.openExtensionPage(`src/popup/index.html?tab=${tab}`);
    await popup.waitForSelector('.foot input');

    const places: Record<string, (word: string) => Promise<boolean>> = {
      a: inCard(one),
      b: inCard(other),
      c: (word) => writeOn(panel, inPanel, word),
      d: (word) => writeOn(library, '.entry', word),
      // A choice of the reader's, made and taken back.
      e: async () => {
        await popup.evaluate(() => document.querySelector<HTMLElement>('.foot input')?.click());
        return true;
      },
    };
    const wordsOf = (place: string) => Array.from({ length: WRITES }, (_, i) => `${place}${i};`);
    await Promise.all(
      Object.entries(places).map(async ([place, write]) => {
        for (const word of wordsOf(place)) expect(await write(word)).toBe(true);
      }),
    );
    const words = ['Begun.', ...['a', 'b', 'c', 'd'].flatMap(wordsOf)];
    const astray = async () => {
      const [note = '', ...more] = await notesOnClaims(session);
      const count = new Map<string, number>();
      for (const word of note.split(/\s+/)) count.set(word, (count.get(word) ?? 0) + 1);
      return {
        lost: words.filter((word) => !count.has(word)),
        doubled: words.filter((word) => (count.get(word) ?? 0) > 1),
        more: more.length,
      };
    };
    const { lost, doubled } = await eventually(astray, (found) => found.lost.length === 0 && found.more === 0);
    // An even number of times: it is as it was.
    expect(await popup.evaluate(() => document.querySelector<HTMLInputElement>('.foot input')?.checked)).toBe(true);
    const tried = 5 * WRITES;
    report({
      what: 'writes from five places at once',
      browser: kind,
      tried,
      lost: lost.length,
      doubled: doubled.length,
    });
    expect(doubled).toEqual([]);
    await session.close();
  });
});
