import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/core/annotation';
import { foldHeadline } from '../../src/core/headline';
import { toHtml } from '../../src/exchange/html';
import { emptyContent } from '../../src/store/rows';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardOpen, hostText } from '../support/acts';
import { inHost } from '../support/closed-root';
import { firstLine, painted } from '../support/painted';
import { BROWSERS, eventually, placed, startSession, type TestSession } from '../support/session';
import { report } from '../support/trust';

const KEY = new URL(article.url).pathname.replace(/^\/|\/$/g, '');
const IMAGE = '<img src=x onerror="globalThis.attacked = 1">';
const HOSTILE = [
  IMAGE,
  '</script><script>globalThis.attacked = 1</script>',
  '"><svg onload="globalThis.attacked = 1">',
  '</textarea></title></style><iframe srcdoc="<script>parent.attacked = 1</script>">',
  '[a link](javascript:globalThis.attacked=1) ![an image](javascript:globalThis.attacked=1)',
  'javascript:globalThis.attacked=1',
  '__proto__',
  'constructor',
  '{note} {{constructor}} %s $' + '{1 + 1}',
  '\ud800 half a letter \udc00',
  '\u202E\u2066gnp.exe\u202C',
  '=HYPERLINK("https://example.com/")',
  `${'> '.repeat(3000)}deep`,
  `${'*_['.repeat(3000)}open`,
  'wide'.repeat(25_000),
];
const annotations = HOSTILE.map(
  (text, i): Annotation => ({
    id: `00000000-0000-7000-8000-0000000000${String(i).padStart(2, '0')}`,
    articleKey: KEY,
    target: { kind: 'words', quote: { exact: text.slice(0, 2000), prefix: text.slice(0, 30), suffix: '' } },
    color: 'yellow',
    note: text,
    tags: [text.slice(0, 100)],
    created: 1000 + i,
    updated: 1000 + i,
    deleted: null,
  }),
);
// One that stands on the page, so that its card can be opened.
const STANDS = 'Counted words';
annotations.push({
  ...(annotations[0] as Annotation),
  id: '00000000-0000-7000-8000-000000000099',
  color: 'pink',
  target: { kind: 'words', quote: { exact: STANDS, prefix: '', suffix: '' } },
});
const headline = `${IMAGE} ${article.headline}`;
const articles = [
  { key: KEY, url: article.url, headline, headlineFold: foldHeadline(headline), author: IMAGE, lastRead: 1 },
];
const settings = [{ name: 'meanings', value: { yellow: IMAGE } }];

/** What was attacked: a script that ran, an element that only a string can have made, a link that is code. */
const harm = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => [
    (globalThis as { attacked?: unknown }).attacked ?? null,
    'polluted' in {},
    document.querySelectorAll('img[src="x"], svg[onload], iframe, script:not([src]), [href^="javascript"]').length,
  ]);
const NONE = [null, false, 0];

describe.each(BROWSERS)('hostile text that is stored: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
    // As text of JSON: half a letter does not come through otherwise.
    await session.door.page.evaluate(async (json) => {
      const rows = JSON.parse(json) as Record<string, unknown[]>;
      const opening = indexedDB.open('counterpoint');
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result);
      });
      const writing = database.transaction(Object.keys(rows), 'readwrite');
      for (const [table, list] of Object.entries(rows)) for (const row of list) writing.objectStore(table).put(row);
      await new Promise((resolve) => {
        writing.oncomplete = resolve;
      });
      database.close();
    }, JSON.stringify({ annotations, articles, settings }));
  });
  afterAll(() => session?.close());

  it('is text in the library, the popup, the panel and the map', async () => {
    const page = await session.open(article.url, siteLayouts[0]?.build(article) ?? '');
    await session.reading(page, (state) => placed(state, 'found').length >= article.passages.length);
    const tab = await session.door.tabOf(article.url);
    const surfaces: [path: string, shows: string][] = [
      ['src/library/index.html', '.entry'],
      ['src/library/index.html?view=lost', 'main'],
      [`src/library/index.html?q=${encodeURIComponent(`tag:"${IMAGE}"`)}`, 'main'],
      [`src/popup/index.html?tab=${tab}`, '.claims > li'],
      [`src/panel/index.html?tab=${tab}`, '[role=tab][id$="-notes"]'],
      [`src/map/index.html?article=${encodeURIComponent(KEY)}`, '[role=tree]'],
      ['src/settings/index.html', '.choice'],
    ];
    for (const [path, shows] of surfaces) {
      const own = await session.openExtensionPage(path);
      await own.bringToFront();
      await eventually(
        () => own.evaluate((selector) => document.querySelector(selector) !== null, shows).catch(() => false),
        (there) => there,
      );
      await own.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        document.querySelector<HTMLElement>('[role=tab][id$="-notes"]')?.click();
      });
      if (!/map|settings|lost|q=/.test(path)) {
        await eventually(
          () => own.evaluate(() => document.body.textContent ?? ''),
          (words) => words.includes(IMAGE),
        );
      }
      expect(await harm(own), path).toEqual(NONE);
      await own.close();
    }
    report({ what: 'surfaces with hostile stored text', browser: kind, tried: surfaces.length, ran: 0 });
    await page.close();
  });

  it('is text on the card of an article', async () => {
    const body = siteLayouts[0]?.build(article).replace('<section id="tda-gated-body">', `$&<p>${STANDS}, here.</p>`);
    const page = await session.open(article.url, body ?? '');
    await eventually(
      () => painted(page),
      (seen) => 'counterpoint-pink' in seen,
    );
    const { x, y } = await firstLine(page, 'counterpoint-pink');
    await page.mouse.click(x, y);
    await cardOpen(page);
    expect(await inHost(page, (root) => root.querySelector('textarea')?.value ?? null)).toBe(IMAGE);
    expect(await hostText(page, '.card')).toContain(STANDS);
    expect(await inHost(page, (root) => root.querySelectorAll('img, script, iframe, svg[onload]').length)).toBe(0);
    // The page's own scripts stand in it; nothing of ours ran among them.
    expect((await harm(page)).slice(0, 2)).toEqual([null, false]);
    await page.close();
  });

  it('is text in the reading copy, as a browser shows it', async () => {
    const copy = toHtml({ ...emptyContent(), annotations, articles }, { title: IMAGE, language: '"><b>' });
    // Without its own policy: nothing is to run because nothing is there that could.
    const bare = copy.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    expect(bare).not.toBe(copy);
    const page = await session.open('https://example.org/copy.html', bare);
    expect(await page.evaluate(() => document.body.textContent ?? '')).toContain(IMAGE);
    expect(await harm(page)).toEqual(NONE);
    await page.close();
  });
});
