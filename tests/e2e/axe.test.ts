import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillLibrary } from '../../scripts/bench/fill';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { accessibilityTree, type Spoken } from '../support/accessibility-tree';
import { cardOpen, clickClaim, clickInHost, dragOver } from '../support/acts';
import { findings, findingsInHost } from '../support/axe';
import { everyKindOfRow } from '../support/library-rows';
import { BROWSERS, eventually, placed, startSession, type TestSession } from '../support/session';
import { WHOLE } from '../support/whole';

const html = siteLayouts[0]?.build(article) ?? '';
const articleKey = new URL(article.url).pathname.replace(/^\/|\/$/g, '');
const LIBRARY = 'src/library/index.html';

/** What a state is called, and the clicks that lead to it from the one before: selectors, or the words of a button. */
type Steps = [state: string, ...clicks: string[]][];

const click = (page: Page, wanted: string): Promise<unknown> =>
  eventually(
    () =>
      page.evaluate((selector) => {
        const within = document.querySelector('dialog[open]') ?? document;
        const words = selector.startsWith('“') ? selector.slice(1, -1) : null;
        const found = words
          ? [...within.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(words))
          : within.querySelector<HTMLElement>(selector);
        found?.click();
        return Boolean(found);
      }, wanted),
    (clicked) => clicked,
  );

/** Goes from state to state; every finding is named with its state. */
async function look(page: Page, steps: Steps): Promise<string[]> {
  const found: string[] = [];
  for (const [state, ...clicks] of steps) {
    for (const one of clicks) {
      await click(page, one).catch(() => {
        throw new Error(`${state}: nothing to click at ${one}`);
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    found.push(...(await findings(page)).map((finding) => `${state}: ${finding}`));
  }
  return found;
}

describe.each(BROWSERS)('axe finds nothing: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  const open = async (path: string, ready: string): Promise<Page> => {
    const page = await session.openExtensionPage(path);
    await page.bringToFront();
    await eventually(
      () => page.evaluate((selector) => document.querySelector(selector) !== null, ready).catch(() => false),
      (there) => there,
    );
    return page;
  };
  const lookAt = async (path: string, ready: string, steps: Steps): Promise<string[]> => {
    const page = await open(path, ready);
    const found = await look(page, steps);
    await page.close();
    return found;
  };

  // The elements are the same in both: Firefox is asked of what stands on a page, which takes it twice as long.
  const inOne = it.runIf(kind === 'chrome' || WHOLE);

  it('finds what is wrong where something is', async () => {
    const page = await open(LIBRARY, '.empty');
    await page.evaluate(() => {
      document.querySelector('.empty')?.append(document.createElement('img'));
      document.querySelector<HTMLElement>('.brand h1')?.style.setProperty('color', 'light-dark(#ddd, #444)');
    });
    const found = await findings(page);
    for (const rule of ['light: color-contrast', 'dark: color-contrast', 'light: image-alt'])
      expect(
        found.some((finding) => finding.startsWith(rule)),
        rule,
      ).toBe(true);
    await page.close();
  });

  inOne('in an empty library and popup', async () => {
    const found = [
      ...(await lookAt(LIBRARY, '.empty', [['empty']])),
      ...(await lookAt(`${LIBRARY}?view=review`, '.nothing', [['nothing to review']])),
      ...(await lookAt(`${LIBRARY}?view=stances`, '.stances', [['no stances']])),
      ...(await lookAt(`${LIBRARY}?view=bin`, '.empty', [['empty bin']])),
      ...(await lookAt('src/popup/index.html?tab=-1', '.foot', [['popup, home']])),
    ];
    expect(found.join('\n')).toBe('');
  });

  inOne('in the library, its views, states and dialogs', { timeout: 180_000 }, async () => {
    await fillLibrary(session.door.page, everyKindOfRow());
    const found = await lookAt(LIBRARY, '.entry', [
      ['list'],
      ['note in writing', '.entry .deed'],
      ['color chosen', '.entry .deed:nth-of-type(3)'],
      ['counterarguments beside a note', '.entry .deed:nth-of-type(3)', '.claim-beside summary'],
      ['color recolored, with undo', '.entry .deed:nth-of-type(3)', '.entry [aria-label^="pink"]'],
      ['tag in writing', '.entry .deed:nth-of-type(2)'],
      ['selected', '.entry .pick'],
      ['color in naming', '.pencil'],
      ['keys and searching', '“Keys and searching”'],
    ]);
    const narrow = await open(LIBRARY, '.entry');
    await narrow.setViewport({ width: 320, height: 640 });
    found.push(...(await look(narrow, [['narrow'], ['narrow, places open', 'details.menu summary']])));
    await narrow.close();
    for (const view of ['claims', 'lost', 'bin']) {
      found.push(...(await lookAt(`${LIBRARY}?view=${view}`, '.entry', [[view]])));
    }
    found.push(
      ...(await lookAt(`${LIBRARY}?q=tag:asean+color:red+who:me`, '.problem', [['a search not understood']])),
      ...(await lookAt(`${LIBRARY}?q=nowhere`, '.empty', [['nothing found']])),
      ...(await lookAt(`${LIBRARY}?group=day&sort=oldest&q=envoy`, '.entry mark', [['by day, words marked']])),
    );
    expect(found.join('\n')).toBe('');
  });

  inOne('in export, import and what is kept safe', async () => {
    await fillLibrary(session.door.page, everyKindOfRow());
    const page = await open(LIBRARY, '.entry');
    const found = await look(page, [['export', '“Export…”']]);
    await page.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('dialog select');
      if (!select) return;
      select.value = 'markdown';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    found.push(
      ...(await look(page, [
        ['export with a template'],
        ['exported', '“Export 5”'],
        ['import', '“Close”', '“Import…”'],
      ])),
    );
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('dialog input[type=file]');
      const data = new DataTransfer();
      const rows = { articles: [{ key: 'no article' }], settings: [{ name: 'toolbar', value: true }] };
      data.items.add(new File([JSON.stringify({ format: 'counterpoint-library', version: 1, ...rows })], 'some.json'));
      if (input) input.files = data.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await eventually(
      () => page.evaluate(() => document.querySelector('dialog .rows') !== null),
      (previewed) => previewed,
    );
    found.push(
      ...(await look(page, [
        ['import previewed'],
        ['imported', '“Import 0”'],
        ['import undone', '“Undo the import”'],
        ['kept safe', '“Close”', '.kept-safe > details > summary'],
        ['snapshots', '.kept-safe details details > summary'],
        ['a snapshot to be restored', '“Restore…”'],
        ['backed up', '“Back up now”'],
      ])),
    );
    await page.close();
    expect(found.join('\n')).toBe('');
  });

  inOne('in review and stances', async () => {
    await fillLibrary(session.door.page, everyKindOfRow());
    const page = await open(`${LIBRARY}?view=review`, '.question');
    const found = await look(page, [
      ['a question'],
      ['its answer', '.reveal'],
      ['what is reviewed', '.choices > summary'],
      ['claims switched on', '[aria-label^="Review the claims of"]'],
      ['one set aside', '“Pause”', '.aside > summary'],
      ['a claim', '“Tomorrow”'],
      ['the answer to a claim', '.reveal'],
      ['agreed', '.stance [aria-label="I agree"]'],
    ]);
    await page.close();
    found.push(...(await lookAt(`${LIBRARY}?view=stances`, '.claim-stance', [['stances']])));
    expect(found.join('\n')).toBe('');
  });

  it('in the popup, and in what we show on a page', async () => {
    const page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length >= article.passages.length);
    const found: string[] = [];
    const host = async (state: string) =>
      found.push(...(await findingsInHost(page)).map((finding) => `${state}: ${finding}`));
    await dragOver(page, '#tda-gated-body p:nth-of-type(3)', 4, 37);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await host('toolbar');
    await clickInHost(page, '.offer .text');
    await cardOpen(page);
    await host('card of a highlight');
    await page.keyboard.press('Escape');
    await clickClaim(page, 'contested');
    await cardOpen(page);
    await host('card of a claim');
    found.push(
      ...(await lookAt(`src/popup/index.html?tab=${await session.door.tabOf(article.url)}`, '.claim', [
        ['popup'],
        ['popup, a claim', '.claim summary', '.argument summary'],
        ['popup, background', '.background summary', '.background details:nth-of-type(2) summary'],
      ])),
    );
    await page.close();
    expect(found.join('\n')).toBe('');
  });

  // The tree that Chromium hands to screen readers stands in for one: none can be driven here.
  it.runIf(kind === 'chrome')('the marks and the map are what a screen reader is told they are', async () => {
    const page = await session.open(article.url, html);
    const count = article.passages.length;
    await session.reading(page, (state) => placed(state, 'found').length >= count);
    const claims = (nodes: Spoken[]) => nodes.filter(({ role, name }) => role === 'button' && /^Claim \d/.test(name));
    const listed = await eventually(
      () => accessibilityTree(page),
      (nodes) => claims(nodes).length === count,
    );
    expect(listed.filter(({ role, name }) => role === 'navigation' && name.startsWith('Counterpoint:'))).toHaveLength(
      1,
    );
    for (const [i, { name }] of claims(listed).entries()) {
      expect(name).toMatch(new RegExp(`^Claim ${i + 1} of ${count}, [A-Z][a-z ]+: \\S`));
    }
    const tab = await session.door.tabOf(article.url);
    await session.door.ask(tab, 'stepClaim', { by: 1 });
    const stepped = await accessibilityTree(page);
    // Said by the focus, and not once more by the polite region.
    expect(focused(stepped)).toMatchObject([{ role: 'button' }]);
    expect(focused(stepped)[0]?.name).toMatch(new RegExp(`^Claim 1 of ${count}, .+Press Enter to open`));
    expect(stepped.filter(({ role, name }) => role === 'status' && name !== '')).toEqual([]);
    await page.keyboard.press('Enter');
    await cardOpen(page);
    const opened = await accessibilityTree(page);
    expect(focused(opened)).toMatchObject([{ role: 'dialog' }]);
    expect(focused(opened)[0]?.name).toMatch(new RegExp(`^Claim 1 of ${count}`));
    await page.close();

    const map = await open(`src/map/index.html?article=${encodeURIComponent(articleKey)}`, '.map .node');
    const nodes = await accessibilityTree(map);
    const items = nodes.filter(({ role }) => role === 'treeitem');
    expect(nodes.filter(({ role }) => role === 'tree')).toHaveLength(1);
    expect(items).toHaveLength(count);
    expect(items[0]).toMatchObject({ level: 1 });
    for (const { name } of items) expect(name).toMatch(new RegExp(`^Claim \\d+ of ${count}, [A-Z]`));
    await map.close();
  });

  inOne('in the panel', async () => {
    const page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length >= article.passages.length);
    const tab = await session.door.tabOf(article.url);
    const found = await lookAt(`src/panel/index.html?tab=${tab}`, '.claim', [
      ['panel'],
      ['panel, a claim', '.claim summary', '.argument summary'],
      ['panel, notes', '[role=tab][id$="-notes"]'],
      ['panel, since then', '[role=tab][id$="-since"]', '.since summary'],
      ['panel, terms marked', '.term-switch input'],
    ]);
    expect(found.join('\n')).toBe('');
    await page.close();
  });
});

const focused = (nodes: Spoken[]): Spoken[] => nodes.filter((node) => node.focused && node.role !== 'RootWebArea');
