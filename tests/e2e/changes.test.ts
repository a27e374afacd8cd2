import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstArticle } from '../pages/article';
import { emptied, gates, harmlessChanges, siteLayouts, withChange } from '../pages/builder';
import { painted, wantedPaint } from '../support/painted';
import { BROWSERS, eventually, placed, startSession, type TestSession } from '../support/session';

const article = firstArticle;
const html = siteLayouts[0]?.build(article) ?? '';
const all = article.passages.length;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.each(BROWSERS)('a page that changes: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  it.each(harmlessChanges)('every claim is painted after $name', async (change) => {
    const page = await session.open(article.url, withChange(html, change));
    await pause(900);
    await eventually(
      () => painted(page),
      (seen) => JSON.stringify(sorted(seen)) === JSON.stringify(sorted(wantedPaint(article.passages))),
    );
    await page.close();
  });

  it.each(gates(6))('what a gate $name is not painted, and said to be not shown', async (gate) => {
    const page = await session.open(article.url, html);
    await session.reading(page, (seen) => placed(seen, 'found').length === all);
    await page.evaluate(gate.script);
    const state = await session.reading(page, (seen) => placed(seen, 'not shown').length > 0);
    expect(state.partlyShown).toBe(true);
    expect(placed(state, 'found')).toEqual(article.passages.slice(0, 6).map(({ id }) => id));
    expect(placed(state, 'not found')).toEqual([]);
    expect(await painted(page)).toEqual(wantedPaint(article.passages.slice(0, 6)));
    await page.close();
  });

  it('a gate that empties the text leaves nothing painted', async () => {
    const page = await session.open(article.url, html);
    await session.reading(page, (seen) => placed(seen, 'found').length === all);
    await page.evaluate(emptied.script);
    const state = await session.reading(page, (seen) => placed(seen, 'not shown').length === all);
    expect(state.partlyShown).toBe(true);
    expect(await painted(page)).toEqual({});
    await page.close();
  });

  it('a passage that is deleted is not found, and its neighbors stay', async () => {
    const cut = {
      name: '',
      script: "setTimeout(() => document.querySelectorAll('#tda-gated-body p')[3].remove(), 700);",
    };
    const page = await session.open(article.url, withChange(html, cut));
    const state = await session.reading(page, (seen) => placed(seen, 'not found').length > 0);
    expect(placed(state, 'not found')).toEqual([article.passages[3]?.id]);
    expect(await painted(page)).toEqual(wantedPaint(article.passages.filter((_, i) => i !== 3)));
    await page.close();
  });

  it('words that are changed in place lose their paint before anybody sees it on others', async () => {
    const page = await session.open(article.url, html);
    await session.reading(page, (seen) => placed(seen, 'found').length === all);
    const left = await page.evaluate(async () => {
      const [node] = document.querySelector('#tda-gated-body p')?.childNodes ?? [];
      if (node instanceof Text) node.data = node.data.replace(/\w/g, 'x');
      await Promise.resolve();
      return [...CSS.highlights.values()]
        .flatMap((highlight) => [...highlight].map(String))
        .filter((text) => /xx/.test(text));
    });
    expect(left).toEqual([]);
    await page.close();
  });

  it('another article in the same document is another reading', async () => {
    const page = await session.open(article.url, html);
    await session.reading(page, (seen) => placed(seen, 'found').length === all);
    await page.evaluate(() => history.pushState(null, '', '/2024/03/a-harbor-and-its-ledger/'));
    await eventually(
      () => painted(page),
      (seen) => Object.keys(seen).length === Object.keys(wantedPaint(article.passages)).length,
    );
    // Found by its headline: the address is another, the article is the same.
    const state = await session.reading(page, (seen) => seen.article?.key === '2024/03/a-harbor-and-its-ledger');
    expect(placed(state, 'found')).toHaveLength(all);
    await page.evaluate(() => {
      history.pushState(null, '', '/topics/harbors/');
    });
    await eventually(
      () => painted(page),
      (seen) => Object.keys(seen).length === 0,
    );
    await page.close();
  });

  it('a page that comes back from the back/forward cache is painted', async () => {
    const page = await session.open(article.url, html);
    await session.reading(page, (seen) => placed(seen, 'found').length === all);
    session.pages.set('https://thediplomat.com/about/', '<!doctype html><title>About</title><h1>About</h1>');
    await page.goto('https://thediplomat.com/about/');
    await page.goBack();
    await eventually(
      () => painted(page),
      (seen) => JSON.stringify(sorted(seen)) === JSON.stringify(sorted(wantedPaint(article.passages))),
    );
    await page.close();
  });
});

const sorted = (record: Record<string, string>): [string, string][] => Object.entries(record).sort();
