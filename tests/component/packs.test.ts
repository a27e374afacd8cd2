import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundle, leaveBareBrowser, startBareBrowser } from '../support/bare-browser';
import { BROWSERS } from '../support/session';
import { madeClaim, madePack, packFile, signer } from '../unit/packs/made-pack';
import type * as Packs from './packs-entry';

declare const under_test: typeof Packs;

const owner = signer();
/** The file of a release, as numbers: what a page can be given. */
const file = (change: object = {}, by: ReturnType<typeof signer> | null = owner): number[] => {
  const pack = madePack(change);
  return [...packFile(pack, by ? by.sign(pack) : {})];
};
const KEY = '2024/05/a-ledger';

describe.each(BROWSERS)('packs in a real database: %s', (kind) => {
  let browser: Browser;
  let server: Server;
  let script: string;
  let page: Page;
  beforeAll(async () => {
    // IndexedDB and WebCrypto want an origin that is trusted.
    server = createServer((_, response) => response.end('<!doctype html>')).listen(0, '127.0.0.1');
    [browser, script] = await Promise.all([startBareBrowser(kind), bundle('tests/component/packs-entry.ts')]);
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.evaluate(`${script}; globalThis.under_test = under_test;`);
  });
  afterAll(async () => {
    await leaveBareBrowser(kind, browser);
    server?.close();
  });
  beforeEach(async () => {
    await page.evaluate(() => new under_test.KeptPacks().delete());
  });

  /** Imports files one after the other. @returns what came of each, and all that is kept then */
  const importing = (...files: number[][]) =>
    page.evaluate(async (all) => {
      const kept = new under_test.KeptPacks();
      const said: string[] = [];
      for (const bytes of all) {
        await under_test
          .openPack(new Uint8Array(bytes))
          .then((opened) => kept.import(opened, 'class.json', 5))
          .then(
            ({ kind: done }) => said.push(done),
            (error: Error) => said.push(`${error.name}: ${error.message}`),
          );
      }
      const content = { packs: await kept.packs.toArray(), articles: await kept.articles.toArray() };
      kept.close();
      return { said, content };
    }, files);

  it('keeps a pack whole, with its key, origin and day, and finds its claims by address and headline', async () => {
    const { said, content } = await importing(file());
    expect(said).toEqual(['new']);
    expect(content.packs).toEqual([
      expect.objectContaining({
        id: 'a-class',
        release: 2,
        key: owner.key,
        origin: 'class.json',
        imported: 5,
        enabled: true,
        claims: 1,
      }),
    ]);
    const found = await page.evaluate(async (key) => {
      const kept = new under_test.KeptPacks();
      const all = [
        await kept.articlesOf([{ key, headline: '' }]),
        await kept.articlesOf([{ key: '2024/06/other', headline: 'A LEDGER of the harbor' }]),
        await kept.articlesOf([{ key: '2024/06/other', headline: 'Another headline altogether' }]),
      ];
      kept.close();
      return all.map((list) => list.flatMap(({ article }) => article.claims.map(({ id }) => id)));
    }, KEY);
    expect(found).toEqual([['a-class:two-ledgers'], ['a-class:two-ledgers'], []]);
  });

  it('takes a later release in the place of the former, and leaves a pack switched off as it is', async () => {
    await importing(file());
    await page.evaluate(async () => {
      const kept = new under_test.KeptPacks();
      await kept.enable('a-class', false);
      kept.close();
    });
    const article = { ...madePack().articles[0], claims: [madeClaim('other-claim')] };
    const { said, content } = await importing(file({ release: 3, articles: [article] }));
    expect(said).toEqual(['update']);
    expect(content.packs).toEqual([expect.objectContaining({ release: 3, enabled: false })]);
    expect(content.articles.map(({ article: { claims } }) => claims.map(({ id }) => id))).toEqual([
      ['a-class:other-claim'],
    ]);
  });

  it('changes nothing when the next release is refused', async () => {
    const before = await importing(file());
    const { said, content } = await importing(
      file({ release: 3 }, signer()),
      file({ release: 3 }, null),
      file({ release: 1 }),
      file({ name: 'Other words' }),
      file({ release: 4 }).slice(0, 300),
    );
    expect(said).toEqual([
      expect.stringMatching(/^PackRefused: .*another key/),
      expect.stringMatching(/^PackRefused: .*this one is not/),
      expect.stringMatching(/^PackRefused: .*release 1\.$/),
      expect.stringMatching(/^PackRefused: .*same release/),
      expect.stringMatching(/^PackRefused: .*neither a pack in JSON/),
    ]);
    expect(content).toEqual(before.content);
  });

  it('shows nothing of a pack that is switched off, keeps nothing of one that is removed, and can put it back', async () => {
    await importing(file());
    const left = await page.evaluate(async (key) => {
      const kept = new under_test.KeptPacks();
      await kept.enable('a-class', false);
      const off = (await kept.articlesOf([{ key, headline: '' }])).length;
      const all = async () => ({ packs: await kept.packs.toArray(), articles: await kept.articles.toArray() });
      const before = await all();
      const removed = await kept.remove('a-class');
      const rows = (await kept.packs.count()) + (await kept.articles.count());
      if (removed) await kept.putBack(removed);
      const after = await all();
      await kept.remove('a-class');
      kept.close();
      return { off, rows, undone: JSON.stringify(after) === JSON.stringify(before) };
    }, KEY);
    expect(left).toEqual({ off: 0, rows: 0, undone: true });
    // Its key is forgotten with it: who imports it again decides anew whom to trust.
    expect((await importing(file({}, signer()))).said).toEqual(['new']);
  });
});
