import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillLibrary } from '../../scripts/bench/fill';
import type { Annotation } from '../../src/core/annotation';
import { itemOf } from '../../src/core/review';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardLabel, clickInHost, dragOver, hostText, walkOver } from '../support/acts';
import { inHost } from '../support/closed-root';
import { painted } from '../support/painted';
import { rowsOf } from '../support/rows';
import { eventually, ONE_BROWSER, startSession, type TestSession } from '../support/session';

const html = siteLayouts[0]?.build(article) ?? '';
const KEY = article.url.replace('https://thediplomat.com/', '').replace(/\/$/, '');
const LIBRARY = 'src/library/index.html';
const DAY = 86_400_000;
const PARAGRAPH = '#tda-gated-body p:nth-of-type(3)';

const row = (i: number, more: Partial<Annotation> = {}): Annotation => ({
  id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
  articleKey: KEY,
  target: { kind: 'words', quote: { exact: `words that stand nowhere ${i}`, prefix: '', suffix: '' } },
  color: 'yellow',
  note: '',
  tags: [],
  created: 10_000 - i,
  updated: 10_000 - i,
  deleted: null,
  ...more,
});
const text = (page: Page, selector: string): Promise<string | null> =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? null, selector).catch(() => null);
const shows = (page: Page, selector: string, words: string) =>
  eventually(
    () => text(page, selector),
    (seen) => seen?.includes(words) === true,
    10_000,
  );
const isGone = (page: Page, selector: string) =>
  eventually(
    () => text(page, selector),
    (seen) => seen === null,
  );
const click = (page: Page, selector: string, words = ''): Promise<unknown> =>
  eventually(
    () =>
      page.evaluate(
        (wanted, label) => {
          const found = [...document.querySelectorAll<HTMLElement>(wanted)];
          const button = found.find((one) => one.textContent?.includes(label));
          button?.click();
          return button !== undefined;
        },
        selector,
        words,
      ),
    (clicked) => clicked,
  );

describe.each(ONE_BROWSER)('what is kept: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind, { caret: true });
  });
  afterAll(() => session?.close());

  const fill = (annotations: Annotation[]) =>
    fillLibrary(session.door.page, {
      annotations,
      articles: [{ key: KEY, url: article.url, headline: article.headline, headlineFold: '', lastRead: 1 }],
    });
  const openLibrary = async (search = ''): Promise<Page> => {
    const library = await session.openExtensionPage(`${LIBRARY}${search}`);
    await library.bringToFront();
    return library;
  };
  const openArticle = async (url = article.url, page = html): Promise<Page> => {
    const opened = await session.open(url, page);
    await session.reading(opened, (state) => state.article !== null);
    return opened;
  };
  /** The page that an act opens in a new tab. */
  const opensPage = async (act: () => Promise<unknown>): Promise<Page> => {
    const before = new Set(await session.browser.pages());
    await act();
    const opened = await eventually(
      async () => (await session.browser.pages()).find((one) => !before.has(one)) ?? null,
      (one) => one !== null,
    );
    if (!opened) throw new Error('no page was opened');
    return opened;
  };

  it('deletes for good what was in the bin for 30 days, and nothing sooner', async () => {
    const now = Date.now();
    await fill([row(1, { deleted: now - 31 * DAY }), row(2, { deleted: now - 29 * DAY }), row(3)]);
    const page = await openArticle();
    const library = await openLibrary('?view=bin');
    const ids = async () => (await rowsOf(library)).annotations?.map((one) => (one as Annotation).id) ?? [];
    await eventually(ids, (left) => left.length === 2);
    expect(await ids()).toEqual([row(2).id, row(3).id]);
    expect((await rowsOf(library)).tombstones).toEqual([{ id: row(1).id, at: expect.any(Number) }]);
    await shows(library, '.entry .deeds', 'Deleted for good after');
    await library.close();
    await page.close();
  });

  it('reminds of an export once, quietly, and not before there is something to lose', async () => {
    const old = Date.now() - 15 * DAY;
    const many = Array.from({ length: 20 }, (_, i) => row(i, { created: old + i }));
    await fill(many.slice(1));
    const few = await openLibrary();
    await shows(few, '.kept-safe', 'never exported');
    expect(await text(few, '.reminder')).toBeNull();
    await few.close();
    await fill(many);
    const library = await openLibrary();
    await shows(library, '.reminder', 'in this browser only');
    expect(await library.evaluate(() => document.querySelector('dialog[open], [role=alert]:not(:empty)'))).toBeNull();
    await click(library, '.reminder .link');
    await isGone(library, '.reminder');
    await library.close();
    const again = await openLibrary();
    await shows(again, '.kept-safe', 'never exported');
    expect(await text(again, '.reminder')).toBeNull();
    await again.close();
  });

  it('attaches by hand from the button of a lost entry, and takes that back', async () => {
    await fill([row(1, { lastSeen: { at: 1, outcome: 'not found' } })]);
    session.pages.set(article.url, html);
    const library = await openLibrary('?view=lost');
    const page = await opensPage(() => click(library, '.entry .deed', 'Attach by hand'));
    await eventually(
      () => hostText(page, '.lost blockquote').catch(() => null),
      (quote) => quote === 'words that stand nowhere 1',
      15_000,
    );
    await page.bringToFront();
    const words = await dragOver(page, PARAGRAPH, 4, 37);
    await clickInHost(page, '.lost .button');
    await eventually(
      () => painted(page),
      (seen) => seen['counterpoint-yellow'] === words.replace(/\s+/g, ''),
    );
    const quoteKept = async () => {
      const [kept] = (await rowsOf(library)).annotations as Annotation[];
      return kept?.target.kind === 'words' ? { quote: kept.target.quote.exact, former: kept.formerQuotes } : null;
    };
    expect(await quoteKept()).toMatchObject({ quote: words, former: [{ exact: 'words that stand nowhere 1' }] });
    await clickInHost(page, '.toast .link');
    await eventually(quoteKept, (kept) => kept?.quote === 'words that stand nowhere 1');
    expect((await quoteKept())?.former).toEqual([]);
    await library.bringToFront();
    await shows(library, '.entry blockquote', 'words that stand nowhere 1');
    await page.close();
    await library.close();
  });

  it('shows how the words of an edited article differ, and leads to them', async () => {
    await fill([]);
    const page = await openArticle();
    const words = await dragOver(page, PARAGRAPH, 4, 60);
    await clickInHost(page, '.offer [aria-label="green"]');
    await eventually(
      () => painted(page),
      (seen) => 'counterpoint-green' in seen,
    );
    await page.close();
    const [, was = ''] = /\s(\p{L}{4,})\s/u.exec(words) ?? [];
    expect(was).not.toBe('');
    const edited = html.replace(words, words.replace(` ${was} `, ' otherwise '));
    expect(edited).not.toBe(html);
    const again = await openArticle(article.url, edited);
    const library = await openLibrary();
    await shows(library, '.entry .changed', 'Edited since you saved it');
    expect([await text(library, '.changed del'), await text(library, '.changed ins')]).toEqual([was, 'otherwise']);
    expect(await text(library, '.entry blockquote')).toBe(words);
    await again.close();
    const led = await opensPage(() => click(library, '.entry .open'));
    await eventually(
      () => cardLabel(led).catch(() => null),
      (label) => label === 'Your highlight',
      15_000,
    );
    expect(Object.keys(await painted(led))).toContain('counterpoint-green');
    await led.close();
    await library.close();
  });

  it('finds an article that nobody knows by the author its page names', async () => {
    await fill([]);
    const url = 'https://thediplomat.com/2024/05/harbors-and-their-ledgers/';
    const unknown = { ...article, url, headline: 'Harbors and Their Many Ledgers', author: 'Nobody of the Byline' };
    const person = '"author":{"@type":"Person","name":"Trần Thị Hạnh"},"datePublished"';
    const page = await openArticle(url, (siteLayouts[0]?.build(unknown) ?? '').replace('"datePublished"', person));
    await dragOver(page, PARAGRAPH, 4, 37);
    await clickInHost(page, '.offer [aria-label="blue"]');
    await eventually(
      () => painted(page),
      (seen) => 'counterpoint-blue' in seen,
    );
    await page.close();
    const library = await openLibrary('?q=author:%22thi+hanh%22');
    await shows(library, '.order [role=status]', '1 annotation in 1 article');
    await library.close();
    const other = await openLibrary('?q=author:nobody');
    await shows(other, '.empty', 'Nothing here fits this search');
    await other.close();
  });

  it('calls the colors on the page what the reader calls them', async () => {
    const library = await openLibrary();
    await click(library, '[aria-label="Rename yellow"]');
    await library.keyboard.type('Key point');
    await library.keyboard.press('Enter');
    await shows(library, '.places', 'Key point');
    await library.close();
    const page = await openArticle();
    await dragOver(page, PARAGRAPH, 4, 37);
    await eventually(
      () => inHost(page, (root) => root.querySelector('.offer .swatch')?.getAttribute('aria-label') ?? null),
      (label) => label === 'Key point (yellow)',
    );
    await clickInHost(page, '.offer .text');
    await eventually(
      () => inHost(page, (root) => root.querySelector('.card .swatch')?.getAttribute('title') ?? null),
      (title) => title === 'Key point',
    );
    await page.close();
  });

  it('counts on the button what has come due meanwhile, when the reader changes tabs', async () => {
    await fill([row(1, { note: 'A note.' })]);
    const { door } = session;
    const now = Date.now();
    const item = itemOf(KEY, { kind: 'annotation', annotationId: row(1).id });
    const card = {
      ...{ due: now + 12_000, stability: 1, difficulty: 5, scheduledDays: 0, learningSteps: 0, reps: 1, lapses: 0 },
      ...{ state: 'learning', lastReview: now },
    };
    await door.page.evaluate(
      (review) =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('counterpoint');
          opening.onsuccess = () => {
            const writing = opening.result.transaction(['reviews', 'settings'], 'readwrite');
            writing.objectStore('reviews').put(review);
            writing.objectStore('settings').put({ name: 'reviewBadge', value: true });
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
      { ...item, card, buriedUntil: null, paused: false },
    );
    const badge = () =>
      door.page.evaluate(() => {
        const scope = globalThis as Record<string, unknown>;
        const api = (scope.browser ?? scope.chrome) as { action: { getBadgeText: (of: object) => Promise<string> } };
        return api.action.getBadgeText({});
      });
    const [one, other] = [await session.browser.newPage(), await session.browser.newPage()];
    await one.bringToFront();
    expect(await badge()).toBe('');
    await new Promise((resolve) => setTimeout(resolve, 7000));
    await other.bringToFront();
    await eventually(badge, (shown) => shown === '1');
    await one.close();
    await other.close();
  });

  it('is highlighted, found, opened, written on, tagged, recolored, deleted and brought back without a mouse', async () => {
    await fill([]);
    const page = await openArticle();
    const words = (await walkOver(page, PARAGRAPH, 5)).trim();
    expect(words.split(' ').length).toBeGreaterThan(3);
    await eventually(
      () => hostText(page, '.offer'),
      (offer) => offer !== null,
    );
    // What Alt+Shift+H asks: the key itself is the browser's own, and neither driver can press it there.
    await session.door.ask(await session.door.tabOf(article.url), 'highlightSelection');
    await eventually(
      () => painted(page),
      (seen) => seen['counterpoint-yellow'] === words.replace(/\s+/g, ''),
    );
    await page.close();
    const library = await openLibrary();
    await shows(library, '.order [role=status]', '1 annotation');
    const press = async (...keys: string[]) => {
      for (const key of keys) await library.keyboard.press(key as 'a');
    };
    const [first = ''] = /\p{L}{4,}/u.exec(words) ?? [];
    await press('/');
    await library.keyboard.type(first);
    await shows(library, '.entry mark', first);
    await press('Escape', 'j');
    const opened = await opensPage(() => press('o'));
    await eventually(
      () => cardLabel(opened).catch(() => null),
      (label) => label === 'Your highlight',
      15_000,
    );
    await opened.close();
    await library.bringToFront();
    await press('e');
    await library.keyboard.type('Ask again.');
    await shows(library, '.note-field .status', 'Saved on this device');
    await press('Escape', 't');
    await library.keyboard.type('harbor');
    await press('Enter', 'Escape', '4');
    await shows(library, '.entry .tags', '#harbor');
    await eventually(
      () => library.evaluate(() => document.querySelector('.entry')?.getAttribute('aria-label')),
      (label) => label?.startsWith('Highlight, pink') === true,
    );
    await press('Delete');
    await isGone(library, '.entry');
    await press('u');
    await shows(library, '.entry .markdown', 'Ask again.');
    await library.close();

    const review = await openLibrary('?view=review');
    await shows(review, '.question blockquote', words);
    await review.keyboard.press(' ');
    await shows(review, '.answer', 'Ask again.');
    await review.keyboard.press('2');
    await shows(review, '.progress', '1 of 10');
    await review.close();
  });
});
