import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { readClaimDatabase } from '../src/claims/vite-plugin';
import { cardOpen, clickInHost, dragOver } from '../tests/support/acts';
import { openPanel } from '../tests/support/panel';
import { eventually, startSession, type TestSession } from '../tests/support/session';
import { fillLibrary } from './bench/fill';
import { makeLibrary } from './bench/rows';
import type { BrowserKind } from './browsers/find';
import { layOut } from './site/layout';
import { replicaOf } from './site/replica';

// Looks at every surface: pictures of all states in artifacts/screens, the few that the README shows in docs/images.
const SCREENS = resolve('artifacts', 'screens');
const DOCS = resolve('docs', 'images');

const [article] = readClaimDatabase().articles;
if (!article) throw new Error('The claim database is empty.');
const { key, url, claims } = article;
const html = layOut(replicaOf(article));

for (const kind of (process.argv[2] ? [process.argv[2]] : ['chrome', 'firefox']) as BrowserKind[]) {
  for (const dark of [false, true]) await lookAround(kind, dark);
}

async function lookAround(kind: BrowserKind, dark: boolean): Promise<void> {
  // High enough for a panel worth looking at.
  const args = kind === 'chrome' ? ['--window-size=1280,1100'] : [];
  const session = await startSession(kind, { dark, args });
  const folder = join(SCREENS, `${kind}-${dark ? 'dark' : 'light'}`);
  mkdirSync(folder, { recursive: true });
  mkdirSync(DOCS, { recursive: true });
  const shoot = async (page: Page, name: string, doc = false) => {
    await new Promise((done) => setTimeout(done, 400));
    await page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png` });
    if (doc && kind === 'chrome' && !dark)
      await page.screenshot({ path: join(DOCS, `${name}.png`) as `${string}.png` });
  };
  try {
    await emptyPages(session, shoot);
    await articlePages(session, shoot);
    await ownPages(session, shoot);
    await panelAndMap(session, shoot);
    await fullLibrary(session, shoot);
    console.log(`${kind}, ${dark ? 'dark' : 'light'}: ${folder}`);
  } finally {
    await session.close();
  }
}

/** First run and settings; then the library with 10,000 made-up annotations, wide and narrow, and its dialogs. */
async function fullLibrary(session: TestSession, shoot: Shoot): Promise<void> {
  for (const [name, drawn] of [
    ['welcome', '.steps li'],
    ['settings', '.choice'],
    ['packs-page', '.take-in'],
  ] as const) {
    const page = await session.openExtensionPage(`src/${name}/index.html`);
    await page.setViewport({ width: 1240, height: 900 });
    await page.waitForSelector(drawn);
    await shoot(page, name);
    await page.setViewport({ width: 320, height: 640 });
    await shoot(page, `${name}-phone`);
    await page.close();
  }
  await fillLibrary(session.door.page, makeLibrary(10_000));
  const library = await session.openExtensionPage('src/library/index.html');
  const show = async (search: string) => {
    // Firefox never tells that an extension's page has loaded; the page itself does.
    await library.evaluate((wanted) => {
      document.documentElement.dataset.stage = '';
      location.search = wanted;
    }, `${search}&${Date.now()}`);
    await isRead(library);
  };
  await library.setViewport({ width: 1400, height: 900 });
  await isRead(library);
  await shoot(library, 'library-full');
  for (const dialog of ['Export…', 'Import…', 'Keys and searching']) {
    await library.evaluate((words) => {
      for (const button of document.querySelectorAll('button'))
        if (button.textContent?.trim() === words) button.click();
    }, dialog);
    await library.waitForSelector('dialog[open]');
    await library.waitForSelector('dialog button:disabled', { hidden: true });
    await shoot(library, `library-${dialog.split(/\W/)[0]?.toLowerCase()}`);
    await library.keyboard.press('Escape');
  }
  for (const view of ['review', 'stances', 'bin']) {
    await show(`?view=${view}`);
    await shoot(library, `library-${view}-full`);
  }
  for (const [name, width] of [
    ['tablet', 1000],
    ['phone', 320],
  ] as const) {
    await library.setViewport({ width, height: 700 });
    await show('?view=all');
    await shoot(library, `library-full-${name}`);
  }
  await library.close();
}

async function isRead(library: Page): Promise<void> {
  await eventually(
    () => library.evaluate(() => document.documentElement.dataset.stage ?? '').catch(() => ''),
    (stage) => stage === 'indexed',
  );
}

type Shoot = (page: Page, name: string, doc?: boolean) => Promise<void>;

async function emptyPages(session: TestSession, shoot: Shoot): Promise<void> {
  const popup = await session.openExtensionPage('src/popup/index.html?tab=0');
  await popup.setViewport({ width: 400, height: 420 });
  await shoot(popup, 'popup-empty');
  const library = await session.openExtensionPage('src/library/index.html');
  await shoot(library, 'library-empty');
  await popup.close();
  await library.close();
}

async function articlePages(session: TestSession, shoot: Shoot): Promise<void> {
  const page = await session.open(url, html);
  await session.reading(page, (state) => Object.keys(state.places).length >= claims.length);
  const tab = await session.door.tabOf(url);
  const goTo = async (id: string | undefined) => {
    await session.door.ask(tab, 'goToClaim', { id });
    await cardOpen(page);
  };
  const PARAGRAPH = '#tda-gated-body p:nth-of-type(1)';
  const text = await page.evaluate(
    (wanted) => document.querySelector(wanted)?.firstChild?.textContent ?? '',
    PARAGRAPH,
  );
  /** Whole words, from about one character to about another. */
  const drag = (from: number, to: number) =>
    dragOver(page, PARAGRAPH, text.lastIndexOf(' ', from) + 1, text.indexOf(' ', to));
  await drag(8, 60);
  await clickInHost(page, '.offer .text');
  await page.keyboard.type('Compare with what the joint statement says.');
  await shoot(page, 'highlight-card');
  await page.keyboard.press('Escape');
  await drag(90, 140);
  await clickInHost(page, '.offer [aria-label="blue"]');
  await drag(200, 250);
  await shoot(page, 'toolbar', true);
  await page.keyboard.press('Escape');
  await goTo(claims[3]?.id);
  await shoot(page, 'card', true);
  await page.keyboard.press('Escape');
  await session.door.ask(tab, 'stepClaim', { by: 1 });
  await shoot(page, 'pointer');
  await page.keyboard.press('Escape');
  for (const [name, width, height] of [
    ['tablet', 820, 1000],
    ['phone', 320, 640],
  ] as const) {
    await page.setViewport({ width, height });
    await goTo(claims[7]?.id);
    await shoot(page, `card-${name}`);
    await page.keyboard.press('Escape');
  }
  await page.setViewport({ width: 620, height: 450, deviceScaleFactor: 2 });
  await goTo(claims[7]?.id);
  await shoot(page, 'card-zoomed');
}

/** The panel beside its page (in Firefox, whose sidebar cannot be photographed, in a tab), the map, and marked terms. */
async function panelAndMap(session: TestSession, shoot: Shoot): Promise<void> {
  const page = await session.open(url, html);
  await session.reading(page, (state) => Object.keys(state.places).length >= claims.length);
  const tab = await session.door.tabOf(url);
  const opened = await openPanel(session, tab, page);
  const panel = opened.page ?? (await session.openExtensionPage(`src/panel/index.html?tab=${tab}`));
  if (!opened.page) await panel.setViewport({ width: 380, height: 860 });
  await panel.waitForSelector('.claim');
  await session.door.ask(tab, 'showWords', { id: claims[3]?.id });
  await new Promise((done) => setTimeout(done, 800));
  await shoot(panel, 'panel', true);
  for (const name of ['map', 'notes', 'since']) {
    await panel.evaluate((wanted) => {
      for (const one of document.querySelectorAll<HTMLElement>('[role=tab]')) if (one.id.endsWith(wanted)) one.click();
      scrollTo(0, 0);
    }, `-${name}`);
    await shoot(panel, `panel-${name}`);
  }
  await panel.evaluate(() => document.querySelector<HTMLElement>('.term-switch input')?.click());
  await page.bringToFront();
  await page.evaluate(() => document.querySelector('#tda-gated-body')?.scrollIntoView());
  await shoot(page, 'terms');
  await panel.evaluate(() => document.querySelector<HTMLElement>('.term-switch input')?.click());
  const map = await session.openExtensionPage(`src/map/index.html?article=${encodeURIComponent(key)}&tab=${tab}`);
  await map.setViewport({ width: 1240, height: 1000 });
  await map.waitForSelector('.map .node');
  await shoot(map, 'map', true);
  await map.setViewport({ width: 320, height: 640 });
  await shoot(map, 'map-phone');
  await map.close();
  await page.close();
}

async function ownPages(session: TestSession, shoot: Shoot): Promise<void> {
  const popup = await session.openExtensionPage(`src/popup/index.html?tab=${await session.door.tabOf(url)}`);
  await popup.setViewport({ width: 400, height: 600 });
  await popup.waitForSelector('.claim');
  await shoot(popup, 'popup', true);
  await popup.evaluate(() => (document.querySelectorAll('.claim > details > summary')[3] as HTMLElement).click());
  await popup.evaluate(() => document.querySelectorAll('.claim')[3]?.scrollIntoView());
  await shoot(popup, 'popup-claim', true);
  await popup.evaluate(() => document.querySelector('.notes')?.scrollIntoView());
  await shoot(popup, 'popup-notes');
  await popup.evaluate(() => {
    for (const part of document.querySelectorAll('.background details')) (part as HTMLDetailsElement).open = true;
    document.querySelector('.background')?.scrollIntoView();
  });
  await shoot(popup, 'popup-background');
  const library = await session.openExtensionPage('src/library/index.html');
  await library.setViewport({ width: 1400, height: 800 });
  await isRead(library);
  await shoot(library, 'library', true);
  await library.setViewport({ width: 320, height: 640 });
  await shoot(library, 'library-phone');
  for (const view of ['review', 'stances']) {
    const page = await session.openExtensionPage(`src/library/index.html?view=${view}`);
    await new Promise((done) => setTimeout(done, 800));
    await shoot(page, view);
    await page.close();
  }
}
