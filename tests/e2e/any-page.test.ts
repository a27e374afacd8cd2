import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layOut } from '../../scripts/site/layout';
import { firstArticle as article } from '../pages/article';
import { sentence } from '../pages/prose';
import { cardOpen, clickClaim, hostText } from '../support/acts';
import { askToRead, popupSays } from '../support/ask';
import { inHost } from '../support/closed-root';
import { painted, wantedPaint } from '../support/painted';
import { BROWSERS, eventually, placed, startSession, type TestSession } from '../support/session';

/** The article as another site has it, in its own frame. */
const COPY = {
  url: 'https://reprint.example/2022/12/a-republished-piece',
  html: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Revue de presse</title>
<body><div role="dialog">En poursuivant la visite de ce site, vous acceptez l’utilisation de traceurs (cookies).</div>
<nav><a href="/">Accueil</a></nav><article><h1>Revue de presse</h1>
${article.paragraphs.map((paragraph, i) => `<p>${paragraph}</p>${i % 3 ? '' : `<aside>${sentence(60 + i)}</aside>`}`).join('\n')}
</article><footer>Contact</footer></body></html>`,
};
/** A letter that makes two arguments of an article. */
const OTHER = {
  url: 'https://harbors.example/letters',
  headline: 'Letters From a Harbor',
  paragraphs: [
    'Every treaty of friendship is signed twice, once by the ministers and once by those who have to live beside the harbor.',
    'For its trade Vietnam depends on the United States, for its security on China, the opposite of what holds for most of Asia.',
    'What the factories sell to American buyers cannot simply be sold to China instead.',
    'Nobody at the fish market had heard of it, and nobody who had would have said so before the second cup of tea of the morning.',
  ],
};
/** Where the browser lets no extension in: the address of the other's store is a page like any other. */
const STORES = {
  chrome: 'https://chromewebstore.google.com/detail/harbors',
  firefox: 'https://addons.mozilla.org/harbors',
};
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
trailer<</Root 1 0 R>>`;
const squeeze = (words: string) => words.replace(/\s+/g, '');

describe.each(BROWSERS)('a page of another site: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  const permissions = () =>
    session.door.page.evaluate(() => {
      const api = ((globalThis as Record<string, unknown>).browser ??
        (globalThis as Record<string, unknown>).chrome) as { permissions: { getAll: () => Promise<object> } };
      return api.permissions.getAll();
    });
  /** Selects a paragraph's first words as the reader does, and highlights them as their key does. @returns the words */
  const highlight = async (page: Page, paragraph: number): Promise<string> => {
    const words = await page.evaluate((nth) => {
      const text = document.querySelectorAll('p')[nth]?.firstChild as Text;
      getSelection()?.setBaseAndExtent(text, 0, text, 40);
      return text.data.slice(0, 40);
    }, paragraph);
    await session.door.ask(await session.door.tabOf(page.url()), 'highlightSelection');
    await eventually(
      () => painted(page),
      (seen) => seen['counterpoint-yellow']?.includes(squeeze(words)) === true,
    );
    return words;
  };
  const openAsked = async (url: string, html: string): Promise<Page> => {
    const page = await session.open(url, html);
    await askToRead(session, page);
    return page;
  };

  it('a republished copy shows, when the reader asks, the claims of its article, and leads to it', async () => {
    const before = await permissions();
    const page = await session.open(COPY.url, COPY.html);
    const body = await page.evaluate(() => document.body.outerHTML);
    expect(await painted(page)).toEqual({});
    const requests = session.site.requests.length;
    await askToRead(session, page);
    const wanted = wantedPaint(article.passages);
    await eventually(
      () => painted(page),
      (seen) => Object.keys(seen).length === Object.keys(wanted).length,
    );
    expect(await painted(page)).toEqual(wanted);
    const state = await session.reading(page, ({ article: read }) => read !== null);
    expect(state.article?.key).toBe(COPY.url);
    expect(placed(state, 'found')).toHaveLength(article.passages.length);
    await clickClaim(page, 'holds');
    await cardOpen(page);
    expect(await hostText(page, '.copy-of')).toBe(`A copy of ${article.headline} in The Diplomat`);
    expect(await inHost(page, (root) => root.querySelector<HTMLAnchorElement>('.copy-of a')?.href)).toBe(article.url);
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(body);
    // The browser itself asks for the icon.
    const asked = session.site.requests.slice(requests).filter((one) => !one.endsWith('/favicon.ico'));
    expect(asked.filter((one) => /^(reprint|thediplomat)\./.test(one))).toEqual([]);
    expect(await permissions()).toEqual(before);
    await page.close();
  });

  it('a highlight made there is kept under its address, stands there when asked for again, and not without', async () => {
    const page = await openAsked(COPY.url, COPY.html);
    await session.reading(page, ({ article: read }) => read !== null);
    const words = await highlight(page, 4);
    await page.goto(`${COPY.url}?utm_source=mail`, { waitUntil: 'load' });
    expect(await painted(page)).toEqual({});
    await askToRead(session, page);
    await eventually(
      () => painted(page),
      (seen) => seen['counterpoint-yellow']?.includes(squeeze(words)) ?? false,
    );
    await page.close();
    await session.door.page.bringToFront();
    await eventually(
      () => session.door.page.evaluate(() => document.querySelector<HTMLAnchorElement>('.entry a.open')?.href ?? ''),
      (href) => href.startsWith(`${COPY.url}#:~:text=`),
    );
  });

  it('the highlights of the article stand on its copy too, and not the other way round', async () => {
    const original = await session.open(article.url, layOut(article));
    await session.reading(original, (state) => placed(state, 'found').length === article.passages.length);
    const words = squeeze(await highlight(original, 6));
    expect((await painted(original))['counterpoint-yellow']).toBe(words);
    await original.close();
    const page = await openAsked(COPY.url, COPY.html);
    await eventually(
      () => painted(page),
      (seen) => seen['counterpoint-yellow']?.endsWith(words) === true && seen['counterpoint-yellow'] !== words,
    );
    await page.close();
  });

  it('that is no copy shows the sentences that resemble a claim', async () => {
    const page = await openAsked(OTHER.url, layOut(OTHER));
    const seen = await eventually(
      () => painted(page),
      (paint) => Object.keys(paint).length > 0,
    );
    expect(seen).toEqual({ 'counterpoint-echo': squeeze(OTHER.paragraphs.slice(1, 3).join('')) });
    expect(await session.reading(page, (state) => state.article !== null)).toMatchObject({
      article: { key: OTHER.url, headline: OTHER.headline, copyOf: null },
    });
    await page.close();
  });

  it('shows nothing more once the page goes elsewhere, also not when it comes back', async () => {
    const page = await openAsked(COPY.url, COPY.html);
    await eventually(
      () => painted(page),
      (paint) => Object.keys(paint).length > 0,
    );
    const tab = await session.door.tabOf(COPY.url);
    await page.evaluate(() => history.pushState(null, '', '/elsewhere'));
    await eventually(
      () => painted(page),
      (paint) => Object.keys(paint).length === 0,
    );
    expect(await session.door.ask(tab, 'describeReading')).toMatchObject({ article: null });
    await page.evaluate(() => history.back());
    await eventually(
      async () => page.url(),
      (url) => url === COPY.url,
    );
    expect(await session.door.ask(tab, 'describeReading')).toMatchObject({ article: null });
    await page.close();
  });

  it('where it cannot be, the popup says why', async () => {
    const empty = await session.open('https://empty.example/', '<!doctype html><title>Empty</title><p>Hello.</p>');
    await askToRead(session, empty);
    await popupSays(session, 'There is no text here to read');
    await empty.close();
    const [store, paper] = [STORES[kind], 'https://papers.example/harbors.pdf'];
    const shown = await session.open(store, layOut(OTHER));
    await askToRead(session, shown);
    await popupSays(session, 'lets no extension read its add-on store');
    expect(await painted(shown)).toEqual({});
    await shown.close();
    session.pages.set(paper, { type: 'application/pdf', body: PDF });
    const viewer = await session.browser.newPage();
    await viewer.goto(paper);
    await askToRead(session, viewer);
    await popupSays(session, 'This is a PDF in the browser’s viewer');
    await viewer.close();
  });
});
