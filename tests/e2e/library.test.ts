import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillLibrary } from '../../scripts/bench/fill';
import { makeLibrary } from '../../scripts/bench/rows';
import type { Annotation } from '../../src/core/annotation';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardLabel, clickInHost, dragOver } from '../support/acts';
import { painted } from '../support/painted';
import { rowsOf } from '../support/rows';
import { eventually, ONE_BROWSER, placed, startSession, type TestSession } from '../support/session';

const html = siteLayouts[0]?.build(article) ?? '';
const texts = (page: Page, selector: string): Promise<(string | null)[]> =>
  page.evaluate((wanted) => [...document.querySelectorAll(wanted)].map((part) => part.textContent), selector);

describe.each(ONE_BROWSER)('the library: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  it('lists what was kept by article, deletes with undo, and leads back to the words', async () => {
    const library = await session.openExtensionPage('src/library/index.html');
    await eventually(
      () => texts(library, '.empty'),
      (empty) => empty.length === 1,
    );

    const page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === article.passages.length);
    const words = await dragOver(page, '#tda-gated-body p:nth-of-type(3)', 4, 37);
    await clickInHost(page, '.offer [aria-label="purple"]');
    await eventually(
      () => painted(page),
      (seen) => 'counterpoint-purple' in seen,
    );

    await library.bringToFront();
    await eventually(
      () => texts(library, '.entry blockquote'),
      (quotes) => quotes[0] === words,
    );
    expect(await texts(library, '.group h2')).toEqual([article.headline]);
    const href = await library.evaluate(() => document.querySelector<HTMLAnchorElement>('.entry .open')?.href ?? '');
    expect(href.startsWith(`${article.url}#:~:text=`)).toBe(true);

    await library.evaluate(() => document.querySelector<HTMLElement>('.entry .deed:last-child')?.click());
    await eventually(
      () => texts(library, '.entry'),
      (entries) => entries.length === 0,
    );
    // The open page learns of it when the reader comes back to it.
    await page.bringToFront();
    await eventually(
      () => painted(page),
      (seen) => !('counterpoint-purple' in seen),
    );
    await library.bringToFront();
    await library.evaluate(() => document.querySelector<HTMLElement>('.said .link')?.click());
    await eventually(
      () => texts(library, '.entry'),
      (entries) => entries.length === 1,
    );
    await page.close();

    const before = new Set(await session.browser.pages());
    await library.evaluate(() => document.querySelector<HTMLElement>('.entry .open')?.click());
    const opened = await eventually(
      async () => (await session.browser.pages()).find((one) => !before.has(one)) ?? null,
      (one) => one !== null,
    );
    if (!opened) throw new Error('no page was opened');
    await eventually(
      () => cardLabel(opened).catch(() => null),
      (label) => label === 'Your highlight',
      15_000,
    );
    const inView = await opened.evaluate(() => {
      const [range] = [...(CSS.highlights.get('counterpoint-purple') ?? [])] as Range[];
      const { top, bottom } = range?.getBoundingClientRect() ?? new DOMRect();
      return top >= 0 && bottom <= innerHeight;
    });
    expect(inView).toBe(true);
    await opened.close();
    await library.close();
  });

  it('finds, and the address keeps the search', async () => {
    const library = await filled(session);
    await library.focus('.typed input');
    await library.keyboard.type('da nang');
    await eventually(
      () => texts(library, '.entry mark'),
      (marks) => marks.join(' ') === 'Đà Nẵng',
    );
    expect(await outcome(library)).toBe('1 annotation in 1 article');
    await eventually(
      async () => library.evaluate(() => location.search),
      (search) => search === '?q=da+nang',
    );
    await library.evaluate(() => document.querySelector<HTMLElement>('.place[href*="tag"]')?.click());
    await eventually(
      async () => library.evaluate(() => document.querySelector<HTMLInputElement>('.typed input')?.value),
      (typed) => typed === 'tag:asean da nang',
    );
    expect(await outcome(library)).toBe('Nothing found.');
    await library.evaluate(() => history.back());
    await eventually(
      () => outcome(library),
      (found) => found === '1 annotation in 1 article',
    );
    await library.evaluate(() => history.back());
    await eventually(
      () => outcome(library),
      (found) => found === '3 annotations in 1 article',
    );
    await library.close();
  });

  it('does all its work by keyboard, and undoes it', async () => {
    const library = await filled(session);
    const press = async (...keys: KeyInput[]) => {
      for (const key of keys) await library.keyboard.press(key);
    };
    const entry = () => texts(library, '.entry:first-of-type .body').then(([text]) => text ?? '');
    await press('j');
    expect(await focused(library)).toContain('Highlight, yellow: first words');
    await press('e');
    await library.keyboard.type('A **bold** note');
    await eventually(
      () => texts(library, '.note-field .status'),
      ([status]) => status === 'Saved on this device',
    );
    await press('Escape');
    await eventually(
      () => texts(library, '.markdown strong'),
      (strong) => strong[0] === 'bold',
    );
    expect(await focused(library)).toContain('first words');
    await press('t');
    await library.keyboard.type('asia');
    await press('Enter', 'Escape', '3');
    await eventually(entry, (text) => text.includes('#asia'));
    await eventually(
      () => focused(library),
      (label) => label?.startsWith('Highlight, blue') ?? false,
    );
    await press('x', 'j', 'x', 'Delete');
    await eventually(
      () => outcome(library),
      (found) => found === '1 annotation in 1 article',
    );
    await press('u');
    await eventually(
      () => outcome(library),
      (found) => found === '3 annotations in 1 article',
    );
    await press('u', 'u', 'u');
    await eventually(
      () => texts(library, '.markdown'),
      (notes) => notes.length === 0,
    );
    await eventually(
      () => texts(library, '.tag'),
      (tags) => tags.join() === '#asean',
    );
    await library.close();
  });

  it('loses nothing that was typed the moment before it is closed', async () => {
    const library = await filled(session);
    await library.keyboard.press('j');
    await library.keyboard.press('e');
    await library.keyboard.type('Half a tho');
    await library.evaluate(() => {
      const field = document.activeElement as HTMLTextAreaElement;
      field.value += 'u';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      document.documentElement.dataset.left = 'yes';
      location.reload();
    });
    await eventually(
      () => library.evaluate(() => document.documentElement.dataset.left ?? 'no').catch(() => 'yes'),
      (left) => left === 'no',
    );
    await eventually(
      () => texts(library, '.entry .markdown').catch(() => []),
      (notes) => notes.join() === 'Half a thou',
    );
    await eventually(
      () => rowsOf(library),
      ({ annotations = [] }) => (annotations[0] as Annotation).note === 'Half a thou',
    );
    const waiting = () => library.evaluate(() => ({ ...localStorage }));
    await eventually(waiting, (left) => Object.keys(left).length === 0);
    await library.close();
  });

  it('renames a tag everywhere, names a color, empties the bin, and takes each back after a reload', async () => {
    const library = await filled(session);
    const click = (selector: string) =>
      library.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
    await click('[aria-label="Rename asean"]');
    await library.keyboard.type('south-east');
    await library.keyboard.press('Enter');
    await eventually(
      () => texts(library, '.tag'),
      (tags) => tags.join() === '#south-east',
    );
    await click('[aria-label="Rename yellow"]');
    await library.keyboard.type('Key point');
    await library.keyboard.press('Enter');
    await eventually(
      () => texts(library, '.place'),
      (places) => places.some((place) => place?.startsWith('Key point')),
    );
    await click('.place[href$="view=bin"]');
    await eventually(
      () => texts(library, '.entry blockquote'),
      (quotes) => quotes.join() === 'in the bin',
    );
    await click('.binned .link');
    await eventually(
      () => texts(library, '.entry'),
      (entries) => entries.length === 0,
    );
    await library.evaluate(() => {
      document.title = 'before';
      location.reload();
    });
    await eventually(
      () => library.title().catch(() => 'before'),
      (title) => title !== 'before' && title !== '',
    );
    await eventually(
      () => texts(library, '.empty').catch(() => []),
      (empty) => empty[0]?.startsWith('The bin is empty') ?? false,
    );
    await library.keyboard.press('u');
    await eventually(
      () => texts(library, '.entry blockquote'),
      (quotes) => quotes.join() === 'in the bin',
    );
    for (const back of ['yellow3', 'asean1']) {
      await library.keyboard.press('u');
      await eventually(
        () => texts(library, '.place'),
        (places) => places.some((place) => place?.toLowerCase() === back),
      );
    }
    await library.close();
  });

  it('lists what is not found any more, shows what was edited, and attaches it by hand', async () => {
    const library = await filled(session);
    const page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'not found').length === 3);
    await library.bringToFront();
    await eventually(
      () => texts(library, '.place[href$="view=lost"] .count'),
      ([count]) => count === '3',
      10_000,
    );
    await page.bringToFront();
    const id = madeRow(0).id;
    await session.door.ask(await session.door.tabOf(article.url), 'reattach', { id });
    const words = await dragOver(page, '#tda-gated-body p:nth-of-type(2)', 4, 44);
    await clickInHost(page, '.lost .button');
    await eventually(
      () => painted(page),
      (seen) => 'counterpoint-yellow' in seen,
    );
    await library.bringToFront();
    await eventually(
      () => texts(library, '.entry blockquote'),
      (quotes) => quotes.includes(words),
    );
    await eventually(
      () => texts(library, '.place[href$="view=lost"] .count'),
      ([count]) => count === '2',
      10_000,
    );
    await page.close();
    await library.close();
  });

  it('fills the window with entries, also when it grows', async () => {
    await fillLibrary(session.door.page, makeLibrary(200));
    const library = await session.openExtensionPage('src/library/index.html');
    await library.setViewport({ width: 1240, height: 300 });
    await library.bringToFront();
    const reach = (): Promise<number> =>
      library.evaluate(() => {
        const ends = [...document.querySelectorAll('.entry')].map((entry) => entry.getBoundingClientRect().bottom);
        return Math.max(0, ...ends) - innerHeight;
      });
    await eventually(reach, (beyond) => beyond > 0);
    await library.setViewport({ width: 1240, height: 2000 });
    await eventually(reach, (beyond) => beyond > 0);
    await library.close();
  });
});

const KEY = article.url.replace('https://thediplomat.com/', '').replace(/\/$/, '');
const TEXTS = ['first words', 'Nguyễn in Đà Nẵng', 'third words', 'in the bin'];

const madeRow = (i: number): Annotation => ({
  id: `00000000-0000-7000-8000-00000000000${i}`,
  articleKey: KEY,
  target: { kind: 'words', quote: { exact: TEXTS[i] ?? '', prefix: '', suffix: '' } },
  color: 'yellow',
  note: '',
  tags: i === 2 ? ['asean'] : [],
  created: 10_000 - i,
  updated: 10_000 - i,
  deleted: i === 3 ? Date.now() : null,
});

/** A library page on four made rows and nothing else. */
async function filled(session: TestSession): Promise<Page> {
  await fillLibrary(session.door.page, {
    annotations: [0, 1, 2, 3].map(madeRow),
    articles: [{ key: KEY, url: article.url, headline: article.headline, headlineFold: '', lastRead: 1 }],
  });
  const library = await session.openExtensionPage('src/library/index.html');
  await library.evaluate(() => sessionStorage.clear());
  await eventually(
    () => outcome(library),
    (found) => found === '3 annotations in 1 article',
  );
  return library;
}

const outcome = async (page: Page): Promise<string | null> =>
  page.evaluate(() =>
    document.documentElement.dataset.stage === 'indexed'
      ? (document.querySelector('.order [role=status]')?.textContent ?? null)
      : null,
  );

const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
