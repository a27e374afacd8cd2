import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardOpen, clickClaim } from '../support/acts';
import { inHost } from '../support/closed-root';
import { cutOff } from '../support/cut-off';
import { eventually, ONE_BROWSER, placed, startSession, type TestSession } from '../support/session';

const html = siteLayouts[0]?.build(article) ?? '';
const count = article.passages.length;
const LETTERS: Record<string, string> = {
  a: 'á',
  e: 'ë',
  i: 'ï',
  o: 'ø',
  u: 'ů',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  A: 'Å',
  E: 'É',
};

/** A language of nobody's: each message with other letters, two fifths longer, in brackets that show whether it is whole. */
function pseudo(message: string): string {
  const letters = message.replace(/\{\w+\}|\w/g, (sign) => LETTERS[sign] ?? sign);
  return `[${letters} ${'~~~ '.repeat(Math.ceil(message.length * 0.1))}~]`;
}

describe.each(ONE_BROWSER)('languages: %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-pseudo-'));
  let session: TestSession;
  beforeAll(async () => {
    cpSync(resolve('dist', kind), folder, { recursive: true });
    const file = join(folder, '_locales/en/messages.json');
    const english = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
    const spoken = Object.entries(english).map(([key, { message }]) => {
      const kept = key === 'language' || key === 'direction' || key.startsWith('extension_');
      return [key, { message: kept ? message : pseudo(message) }];
    });
    writeFileSync(file, JSON.stringify(Object.fromEntries(spoken)));
    session = await startSession(kind, { folder });
  });
  afterAll(async () => {
    await session?.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['popup', 'src/popup/index.html', 400],
    ['library', 'src/library/index.html', 320],
    ['library', 'src/library/index.html', 1240],
    ['library', 'src/library/index.html?view=review', 320],
    ['library', 'src/library/index.html?view=stances', 320],
    ['settings', 'src/settings/index.html', 320],
    ['welcome', 'src/welcome/index.html', 320],
    ['packs', 'src/packs-page/index.html', 320],
    ['panel', 'src/panel/index.html', 320],
  ])('longer words are not cut off: %s, %s, %i pixels wide', async (_, path, width) => {
    const page = await session.openExtensionPage(path);
    await page.setViewport({ width, height: 800 });
    await eventually(
      () => page.evaluate(() => document.body.textContent ?? ''),
      (text) => text.includes('~]'),
    );
    expect(await cutOff(page)).toEqual([]);
    await page.close();
  });

  it('the popup on an article, and the card on its page, speak it too and are whole', async () => {
    const page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === count);
    await clickClaim(page, 'contested');
    expect(await cardOpen(page)).toMatch(/^\[.*~\]$/);
    const cut = await inHost(page, (root) =>
      [...root.querySelectorAll<HTMLElement>('.card *')]
        .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        .filter((element) => getComputedStyle(element).overflowX !== 'visible')
        .map((element) => element.className),
    );
    expect(cut).toEqual([]);
    const popup = await session.openExtensionPage(`src/popup/index.html?tab=${await session.door.tabOf(article.url)}`);
    await popup.setViewport({ width: 400, height: 600 });
    await eventually(
      () => popup.evaluate(() => document.querySelectorAll('.claims > li').length),
      (claims) => claims === count,
    );
    expect(await cutOff(popup)).toEqual([]);
    await popup.close();
    await page.close();
  });
});

describe.each(ONE_BROWSER)('a language that is chosen: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  it('is spoken at once, by our pages and on articles that are open; Arabic runs from the right', async () => {
    const page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === count);
    const settings = await session.openExtensionPage('src/settings/index.html');
    await settings.setViewport({ width: 1000, height: 800 });
    await settings.bringToFront();
    await eventually(
      () => settings.evaluate(() => document.querySelector('select option[value=ar]') !== null),
      (there) => there,
    );
    await settings.select('select', 'ar');
    await eventually(
      () => settings.evaluate(() => [document.documentElement.dir, document.documentElement.lang].join(' ')),
      (said) => said === 'rtl ar',
    );
    // Mirrored: the title stands at the right, what is beside it at the left.
    const [title = 0, links = 0] = await settings.evaluate(() =>
      ['h1', 'header nav'].map((part) => document.querySelector(part)?.getBoundingClientRect().left ?? 0),
    );
    expect(title).toBeGreaterThan(links);
    expect(await cutOff(settings)).toEqual([]);
    await page.bringToFront();
    await clickClaim(page, 'contested');
    expect(await cardOpen(page)).toMatch(/[\u0600-\u06ff]/);
    const card = await inHost(page, (root) => {
      const close = root.querySelector('.card header nav')?.getBoundingClientRect();
      const badge = root.querySelector('.card .badge')?.getBoundingClientRect();
      const statement = root.querySelector('.card h2') as HTMLElement;
      return { mirrored: (close?.left ?? 0) < (badge?.left ?? 0), lang: statement.lang, dir: statement.dir };
    });
    expect(card).toEqual({ mirrored: true, lang: 'en', dir: 'ltr' });
    await page.close();
    const key = new URL(article.url).pathname.replace(/^\/|\/$/g, '');
    const map = await session.openExtensionPage(`src/map/index.html?article=${encodeURIComponent(key)}`);
    for (const width of [1240, 400]) {
      await map.setViewport({ width, height: 800 });
      // Each text within its box, though the picture is mirrored.
      const boxes = await eventually(
        () =>
          map.evaluate(() =>
            [...document.querySelectorAll('.map .drawn')].map((drawn) => {
              const box = drawn.previousElementSibling?.querySelector('.box')?.getBoundingClientRect() ?? new DOMRect();
              const outside = [...drawn.querySelectorAll('text')].filter((text) => {
                const { left, right } = text.getBoundingClientRect();
                return left < box.left - 1 || right > box.right + 1;
              });
              return outside.map((text) => text.textContent);
            }),
          ),
        (drawn) => drawn.length === count && drawn.flat().length === 0,
      );
      expect(boxes.flat()).toEqual([]);
    }
    await map.close();
    for (const path of ['src/library/index.html', 'src/welcome/index.html', 'src/panel/index.html']) {
      const ours = await session.openExtensionPage(path);
      await ours.setViewport({ width: 1240, height: 800 });
      await eventually(
        () =>
          ours.evaluate(
            () => `${document.documentElement.dir} ${/[\u0600-\u06ff]/.test(document.body.textContent ?? '')}`,
          ),
        (said) => said === 'rtl true',
      );
      expect(await cutOff(ours), path).toEqual([]);
      await ours.close();
    }
    await settings.bringToFront();
    await settings.select('select', '');
    await eventually(
      () => settings.evaluate(() => document.documentElement.dir),
      (dir) => dir === 'ltr',
    );
    await settings.close();
  });
});
