import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { onSameWords, packOf, press, says } from '../support/packs-page';
import { BROWSERS, placed, startSession, type TestSession } from '../support/session';

const HOST = 'packs.example';
const ADDRESS = `https://${HOST}/class.json`;
const html = siteLayouts[0]?.build(article) ?? '';
const count = article.passages.length;

/** Whether the browser lets the extension reach the host. */
const mayReach = (page: Page): Promise<boolean> =>
  page.evaluate((host) => {
    const scope = globalThis as Record<string, unknown>;
    const { permissions } = (scope.browser ?? scope.chrome) as {
      permissions: { contains: (wanted: object) => Promise<boolean> };
    };
    return permissions.contains({ origins: [`https://${host}/*`] });
  }, HOST);

describe.each(BROWSERS)('a claim pack by its address: %s', (kind) => {
  let session: TestSession;
  let page: Page;
  let packs: Page;
  beforeAll(async () => {
    // Chromium's question nobody answers here: there the host is allowed beforehand. Firefox can be told to say yes.
    session = await startSession(kind, kind === 'chrome' ? { allowed: [`https://${HOST}/*`] } : { agrees: true });
    page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === count);
    packs = await session.openExtensionPage('src/packs-page/index.html');
    await packs.bringToFront();
    await packs.waitForSelector('#pack-address');
  });
  afterAll(() => session?.close());

  /** Browsers ask others for things of their own. */
  const fetched = () => session.site.requests.filter((request) => /^(packs|elsewhere)\./.test(request));
  const type = async (address: string) => {
    await packs.click('#pack-address', { count: 3 });
    await packs.keyboard.type(address);
    await packs.keyboard.press('Enter');
  };
  const foundOfPacks = (wanted: string[]) =>
    session.reading(page, (state) => {
      const found = placed(state, 'found').filter((id) => id.includes(':'));
      return found.sort().join() === wanted.join();
    });

  it('is not asked for where no https address is typed, and refused with a reason where the host gives none', async () => {
    await type(ADDRESS.replace('https', 'http'));
    await says(packs, '[role=alert]', /no address that begins with https/);
    expect(fetched()).toEqual([]);
    await type(ADDRESS);
    await says(packs, '[role=alert]', /packs\.example did not give the file: it answered 404\./);
    session.pages.set(ADDRESS, {
      status: 302,
      headers: { location: 'https://elsewhere.example/class.json' },
      body: '',
    });
    await type(ADDRESS);
    await says(packs, '[role=alert]', /packs\.example sends on to another address/);
    session.pages.set(ADDRESS, '<!doctype html><h1>Log in</h1>');
    await type(ADDRESS);
    await says(packs, '[role=alert]', /was refused/);
    expect(new Set(fetched())).toEqual(new Set([`${HOST}/class.json`]));
    await foundOfPacks([]);
  });

  it('is previewed, kept, shown on its article, and what was allowed is given back', async () => {
    session.pages.set(ADDRESS, JSON.stringify(packOf('a-class', 'A class on harbors')));
    session.site.requests.length = 0;
    await type(ADDRESS);
    await says(packs, '.preview', /What https:\/\/packs\.example\/class\.json holds/);
    await press(packs, 'Keep this pack');
    await says(packs, '[data-pack=a-class]', /From https:\/\/packs\.example\/class\.json/);
    await foundOfPacks(['a-class:a-class']);
    expect(fetched()).toEqual([`${HOST}/class.json`]);
    // What a manifest grants cannot be given back.
    expect(await mayReach(packs)).toBe(kind === 'chrome');
  });

  it('is fetched anew only when the reader says so, and shows what would change', async () => {
    session.site.requests.length = 0;
    const claims = [onSameWords('a-class'), onSameWords('third', { label: 'A third' })];
    session.pages.set(ADDRESS, JSON.stringify(packOf('a-class', 'A class on harbors', { release: 3 }, claims)));
    await packs.close();
    packs = await session.openExtensionPage('src/packs-page/index.html');
    await packs.bringToFront();
    await says(packs, '[data-pack=a-class]', /release 2 of/);
    expect(fetched()).toEqual([]);
    // A real click: the browser asks for the host in answer to nothing less.
    await packs.click('[data-pack=a-class] .link');
    expect(await says(packs, '.preview', /What changes against release 2/)).toMatch(/1 claim comes\s*A third/);
    await press(packs, 'Update to release 3');
    await foundOfPacks(['a-class:a-class', 'a-class:third']);
    expect(fetched()).toEqual([`${HOST}/class.json`]);
  });
});
