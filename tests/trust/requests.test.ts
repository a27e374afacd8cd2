import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardOpen, clickClaim, clickField, clickInHost, dragOver } from '../support/acts';
import { painted } from '../support/painted';
import { BROWSERS, eventually, placed, startSession, type TestSession } from '../support/session';
import { report } from '../support/trust';

/** What browsers ask of their makers by themselves. */
const BROWSERS_OWN =
  /^([\w.-]+\.)?(mozilla\.(com|net|org)|firefox\.com|google\.com|googleapis\.com|gstatic\.com|gvt1\.com|chromium\.org)\//;

/** Every page of ours, with what is to be pressed on it in turn; TAB is that of the article. */
const PAGES: [path: string, ...pressed: string[]][] = [
  ['src/library/index.html', '.entry .deed', '.pick', '.pencil'],
  ['src/library/index.html?view=claims'],
  ['src/library/index.html?view=review', '.reveal', '.choices > summary'],
  ['src/library/index.html?view=stances'],
  ['src/library/index.html?view=bin'],
  ['src/library/index.html?q=harbor'],
  ['src/settings/index.html', 'input[type=checkbox]', 'input[type=checkbox]'],
  ['src/welcome/index.html'],
  ['src/packs-page/index.html'],
  ['src/popup/index.html?tab=TAB', '.claim summary', '.argument summary', '.background summary'],
  ['src/panel/index.html?tab=TAB', '.claim summary', '.argument summary', '[role=tab][id$="-notes"]'],
  [`src/map/index.html?article=${encodeURIComponent(new URL(article.url).pathname.replace(/^\/|\/$/g, ''))}`],
];

/** What makes code or markup of a string. Refused: a TypeError. */
const sinks = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const tried: Record<string, () => unknown> = {
      innerHTML: () => {
        document.createElement('p').innerHTML = '<b>words</b>';
      },
      insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<b>words</b>'),
      parseFromString: () => new DOMParser().parseFromString('<b>words</b>', 'text/html'),
      createContextualFragment: () => document.createRange().createContextualFragment('<b>words</b>'),
      script: () => {
        document.createElement('script').text = 'words';
      },
      Worker: () => new Worker('/words.js'),
      setTimeout: () => window.setTimeout('words'),
      policy: () =>
        (
          globalThis as unknown as { trustedTypes: { createPolicy: (...args: unknown[]) => unknown } }
        ).trustedTypes.createPolicy('words', {}),
    };
    return Object.entries(tried).flatMap(([name, make]) => {
      try {
        make();
        return [`${name} was done`];
      } catch (error) {
        return error instanceof TypeError ? [] : [`${name}: ${error}`];
      }
    });
  });

describe.each(BROWSERS)('our own pages, every one: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  /** Opens a page of ours and waits until it is drawn. */
  const openOwn = async (path: string, tab: number): Promise<Page> => {
    const own = await session.openExtensionPage(path.replace('TAB', String(tab)));
    await own.bringToFront();
    await eventually(
      () => own.evaluate(() => document.body.textContent.trim()).catch(() => ''),
      (words) => words !== '',
    );
    return own;
  };

  it('ask nothing of anybody, through every feature, behind a server that answers for the whole web and notes each request', async () => {
    const page = await session.open(article.url, siteLayouts[0]?.build(article) ?? '');
    await session.reading(page, (state) => placed(state, 'found').length === article.passages.length);
    await clickClaim(page, 'contested');
    await cardOpen(page);
    await clickInHost(page, '.card summary');
    await page.keyboard.press('Escape');
    await dragOver(page, '#tda-gated-body p:nth-of-type(3)', 4, 37);
    await clickInHost(page, '.offer .text');
    await clickField(page, '.card textarea');
    await page.keyboard.type(
      'A note with an address: https://example.com/picture.png and ![x](https://example.com/y.png)',
    );
    await page.keyboard.press('Escape');
    await eventually(
      () => painted(page),
      (seen) => 'counterpoint-yellow' in seen,
    );
    const tab = await session.door.tabOf(article.url);
    let pressed = 0;
    for (const [path, ...steps] of PAGES) {
      const own = await openOwn(path, tab);
      for (const selector of steps) {
        await eventually(
          () =>
            own.evaluate((wanted) => {
              const found = document.querySelector<HTMLElement>(wanted);
              found?.click();
              return found !== null;
            }, selector),
          (found) => found,
        );
        pressed++;
      }
      await own.close();
    }
    const others = session.site.requests.filter((request) => !BROWSERS_OWN.test(request));
    const mine = others.filter((request) => {
      const { host, pathname } = new URL(article.url);
      return request !== `${host}${pathname}` && !request.endsWith('/favicon.ico');
    });
    expect(mine).toEqual([]);
    // The witness is awake: it has seen the article being fetched.
    expect(others.length).toBeGreaterThan(0);
    report({
      what: 'pages and parts walked through',
      browser: kind,
      tried: PAGES.length + pressed,
      'requests of ours': 0,
    });
    await page.close();
  });

  it('no page of ours makes markup, script or a worker of a string', async () => {
    const seen: Record<string, string[]> = {};
    for (const file of new Set(PAGES.map(([path]) => path.split('?')[0] ?? ''))) {
      const own = await openOwn(file, -1);
      seen[file] = await sinks(own);
      await own.close();
    }
    expect(Object.entries(seen).filter(([, done]) => done.length > 0)).toEqual([]);
    expect(Object.keys(seen)).toHaveLength(7);
  });
});
