import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardClosed, cardOpen, clickClaim, clickInHost, dragOver, hostText } from '../support/acts';
import { inHost } from '../support/closed-root';
import { eventually, ONE_BROWSER, placed, startSession, type TestSession } from '../support/session';

const html = siteLayouts[0]?.build(article) ?? '';
const count = article.passages.length;
const PARAGRAPH = '#tda-gated-body p:nth-of-type(3)';
const REVIEW = 'src/library/index.html?view=review';

const text = (page: Page, selector: string): Promise<string | null> =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? null, selector).catch(() => null);
const shows = (page: Page, selector: string, words: string) =>
  eventually(
    () => text(page, selector),
    (seen) => seen?.includes(words) === true,
  );

/** Moves every grade two days back, as if it had been given then. */
const gradedDaysAgo = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('counterpoint');
        opening.onsuccess = () => {
          const log = opening.result.transaction('reviewLog', 'readwrite').objectStore('reviewLog');
          const all = log.getAll();
          all.onsuccess = () => {
            for (const row of all.result) log.put({ ...row, time: row.time - 2 * 86_400_000 });
          };
          log.transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );

describe.each(ONE_BROWSER)('review and stances: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  const openArticle = async (): Promise<Page> => {
    const page = await session.open(article.url, html);
    await page.setViewport({ width: 1240, height: 900 });
    await session.reading(page, (state) => placed(state, 'found').length >= count);
    return page;
  };
  const openReview = async (): Promise<Page> => {
    const review = await session.openExtensionPage(REVIEW);
    await review.bringToFront();
    await shows(review, '.review .progress', 'today');
    return review;
  };

  it('a note is reviewed by keyboard alone, taken back, graded again; that survives reopening', async () => {
    const empty = await openReview();
    await shows(empty, '.nothing h3', 'Nothing to review yet');
    await empty.close();

    const page = await openArticle();
    const words = await dragOver(page, PARAGRAPH, 4, 37);
    await clickInHost(page, '.offer .text');
    await page.keyboard.type('What the visit left open.');
    await eventually(
      () => hostText(page, '.card .status'),
      (status) => status === 'Saved on this device',
    );
    await page.close();

    const review = await openReview();
    await shows(review, '.due-count', '1 due');
    expect(await text(review, '.question blockquote')).toBe(words);
    expect(await text(review, '.question .headline')).toBe(article.headline);
    expect(await text(review, '.question')).not.toContain('What the visit left open.');
    await review.keyboard.press('3');
    expect(await text(review, '.progress'), 'no grade before the answer').toContain('0 of 10');
    await review.keyboard.press(' ');
    await shows(review, '.answer', 'What the visit left open.');
    const buttons = await review.evaluate(() =>
      [...document.querySelectorAll('.grades button')].map((button) => button.textContent),
    );
    expect(buttons).toHaveLength(4);
    expect(buttons[0]).toBe('1Again10 min');
    await review.keyboard.press('3');
    await shows(review, '.nothing h3', 'Done for today');
    await shows(review, '.progress', '1 of 10');
    await review.keyboard.press('u');
    await shows(review, '.progress', '0 of 10');
    await shows(review, '.question blockquote', words);
    await review.keyboard.press(' ');
    await shows(review, '.answer', 'What the visit left open.');
    await review.keyboard.press('4');
    await shows(review, '.progress', '1 of 10');
    // The tab stays open for days, and the browser brings the page back.
    await gradedDaysAgo(review);
    // Firefox never tells when a page of the extension is loaded anew.
    await review.evaluate(() => location.reload());
    await shows(review, '.progress', '0 of 10');
    await review.keyboard.press('u');
    await shows(review, '.question blockquote', words);
    await review.keyboard.press(' ');
    await shows(review, '.answer', 'What the visit left open.');
    await review.keyboard.press('4');
    await shows(review, '.progress', '1 of 10');
    await review.close();

    const again = await openReview();
    await shows(again, '.progress', '1 of 10');
    await shows(again, '.nothing', 'Next: 1 on');
    expect(await text(again, '.heat-map figcaption')).toContain('1 review on 1 day');
    await again.close();
  });

  it('claims are asked once switched on: the strongest counterargument to compare with; pause and put off', async () => {
    const review = await openReview();
    await shows(review, '.choices > summary', 'What is reviewed');
    await review.evaluate(() => document.querySelector<HTMLElement>('.choices > summary')?.click());
    await review.evaluate(() => {
      const box = document.querySelector<HTMLElement>('[aria-label^="Review the claims of"]');
      box?.focus();
      box?.click();
    });
    await shows(review, '.due-count', '9 due');
    await shows(review, '.task', 'Recall its strongest counterargument.');
    const first = await text(review, '.question .statement');
    expect(
      await review.evaluate(() => document.activeElement?.getAttribute('type')),
      'the focus stays in the field',
    ).toBe('checkbox');
    await review.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await review.keyboard.press(' ');
    await shows(review, '.answer h3', 'The strongest counterargument');
    await review.keyboard.press('b');
    await shows(review, '.aside > summary', 'Set aside (1)');
    // The list and the question come from two readings of the library: either may be first.
    const another = (than: string | null) =>
      eventually(
        () => text(review, '.question .statement'),
        (asked) => asked !== null && asked !== than,
      );
    const paused = (await another(first)) ?? '';
    await review.keyboard.press('p');
    await shows(review, '.aside > summary', 'Set aside (2)');
    await another(paused);
    await review.keyboard.press('u');
    await shows(review, '.aside > summary', 'Set aside (1)');
    await shows(review, '.question .statement', paused ?? '');
    await review.keyboard.press('p');
    await shows(review, '.aside > summary', 'Set aside (2)');
    await review.evaluate(() => document.querySelector<HTMLElement>('.aside .link')?.click());
    await shows(review, '.aside > summary', 'Set aside (1)');

    const popup = await session.openExtensionPage('src/popup/index.html?tab=-1');
    await shows(popup, '.foot', '9 due');
    await popup.close();
    const badge = () =>
      session.door.page.evaluate(() => {
        const scope = globalThis as Record<string, unknown>;
        const api = (scope.browser ?? scope.chrome) as {
          action: { getBadgeText: (of: object) => Promise<string> };
        };
        return api.action.getBadgeText({});
      });
    expect(await badge()).toBe('');
    await review.evaluate(() =>
      document.querySelector<HTMLElement>('.choices .fields input[type="checkbox"]')?.click(),
    );
    await eventually(badge, (shown) => shown === '9');
    await review.close();
  });

  it('a stance taken in the card, and changed after reading, is shown in popup and library', async () => {
    let page = await openArticle();
    const pressed = () =>
      inHost(page, (root) => root.querySelector('.card .stance [aria-pressed="true"]')?.textContent ?? null);
    const press = async (name: string, wanted: string | null) => {
      await clickInHost(page, `.card .stance [aria-label="${name}"]`);
      await eventually(pressed, (seen) => seen === wanted);
    };
    const unfolded = () => inHost(page, (root) => root.querySelectorAll('.card .argument[open]').length);
    await clickClaim(page, 'contested');
    await cardOpen(page);
    const statement = await hostText(page, '.card h2');
    expect(await unfolded(), 'nothing is read before the reader has thought').toBe(0);
    await press('I agree', 'agree');
    await press('I agree', null);
    await press('I disagree', 'disagree');
    await clickInHost(page, '.card .argument summary');
    await eventually(unfolded, (open) => open === 1);
    await press('I am unsure', 'am unsure');
    await page.keyboard.press('Escape');
    await cardClosed(page);
    await page.close();

    page = await openArticle();
    await clickClaim(page, 'contested');
    await cardOpen(page);
    expect(await pressed()).toBe('am unsure');
    expect(await unfolded()).toBe(1);
    const popup = await session.openExtensionPage(`src/popup/index.html?tab=${await session.door.tabOf(article.url)}`);
    await shows(popup, '.claim .said', 'I am unsure');
    await popup.close();
    await page.close();

    const library = await session.openExtensionPage('src/library/index.html?view=stances');
    await shows(library, '.claim-stance .statement', statement ?? '');
    const told = await library.evaluate(() =>
      [...document.querySelectorAll('.claim-stance dd')].map((part) => part.textContent),
    );
    expect(told).toEqual(['I disagree', 'I am unsure']);
    expect(await text(library, '.claim-stance.changed')).toContain('Changed your mind');
    expect(await text(library, '.stances > header')).toContain('1 claim, your mind changed on 1');

    const said = () => text(library, '.claim-stance [aria-pressed="true"]');
    const undone = async (wanted: () => Promise<unknown>) => {
      await library.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await library.keyboard.press('u');
      await wanted();
    };
    await library.evaluate(() => document.querySelector<HTMLElement>('.claim-stance [aria-label="I agree"]')?.click());
    await eventually(said, (seen) => seen === 'agree');
    await library.focus('.claim-stance textarea');
    await library.keyboard.type('The visit changed it.');
    await shows(library, '.claim-stance .status', 'Saved on this device');
    const claims = await session.openExtensionPage('src/library/index.html?view=claims');
    await shows(claims, '.entry .markdown', 'The visit changed it.');
    await claims.close();
    await undone(() =>
      eventually(
        () => library.evaluate(() => document.querySelector('textarea')?.value),
        (reason) => reason === '',
      ),
    );
    await undone(() => eventually(said, (seen) => seen === 'am unsure'));
    await library.close();
  });
});
