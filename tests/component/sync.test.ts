import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundle, leaveBareBrowser, startBareBrowser } from '../support/bare-browser';
import { FIRST_VERSION } from '../support/first-version';
import { BROWSERS } from '../support/session';
import { WHOLE } from '../support/whole';
import { annotation } from '../unit/exchange/arbitrary';
import type * as Sync from './sync-entry';

declare const under_test: typeof Sync;

const idOf = (i: number) => `019357a0-0000-7000-8000-${String(i).padStart(12, '0')}`;
const notes = (count: number, articles = 200) =>
  Array.from({ length: count }, (_, i) =>
    annotation({
      id: idOf(i),
      articleKey: `2022/11/article-${i % articles}`,
      exact: `words number ${i} of an article that somebody read`,
      note: 'A note of a few words.',
      tags: ['asean'],
    }),
  );

describe.each(BROWSERS)('sync on a real database: %s', (kind) => {
  let browser: Browser;
  let servers: Server[];
  /** Two devices: pages of two origins, so each has a database of its own. */
  let one: Page;
  let two: Page;
  const devices = () => [one, two] as const;

  beforeAll(async () => {
    servers = [0, 1].map(() => createServer((_, response) => response.end('<!doctype html>')).listen(0, '127.0.0.1'));
    const [started, script] = await Promise.all([startBareBrowser(kind), bundle('tests/component/sync-entry.ts')]);
    browser = started;
    const pages = servers.map(async (server) => {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.evaluate(`${script}; globalThis.under_test = under_test;`);
      return page;
    });
    [one, two] = (await Promise.all(pages)) as [Page, Page];
  });
  afterAll(async () => {
    await leaveBareBrowser(kind, browser);
    for (const server of servers ?? []) server.close();
  });
  beforeEach(async () => {
    for (const page of devices()) {
      await page.evaluate(async () => {
        for (const table of under_test.library.tables) await table.clear();
        await under_test.library.changes.clear();
      });
    }
  });

  /** Carries what a device has to say to the other one, as any transport does. @returns how many updates */
  async function carry(from: Page, to: Page): Promise<number> {
    const said = await from.evaluate(async () => {
      await under_test.takeUp();
      const updates = await under_test.library.outbox.toArray();
      await under_test.library.outbox.clear();
      return updates.map(({ document, update }) => ({
        document,
        update: btoa(Array.from(update, (byte) => String.fromCharCode(byte)).join('')),
      }));
    });
    await to.evaluate(async (updates) => {
      await under_test.library.inbox.bulkAdd(
        updates.map(({ document, update }) => ({
          document,
          update: Uint8Array.from(atob(update), (byte) => byte.charCodeAt(0)),
        })),
      );
      await under_test.takeUp();
    }, said);
    return said.length;
  }
  const contentOf = (page: Page) => page.evaluate(async () => await under_test.readContent());
  const save = (page: Page, count: number, note = '') =>
    page.evaluate(
      async (row, text) => {
        for (const { id, articleKey, target, color } of row) {
          await under_test.saveAnnotation({ id, articleKey, target, color, note: text });
        }
      },
      notes(count),
      note,
    );

  it('what readers do by the store alone comes to the other device, whatever table it is in', async () => {
    await save(one, 3, 'from one');
    await one.evaluate(async () => await under_test.changeSetting('toolbar', false));
    await carry(one, two);
    const [first, second] = [await contentOf(one), await contentOf(two)];
    expect(second.annotations).toHaveLength(3);
    expect(second).toEqual(first);
    expect(second.settings).toEqual([{ name: 'toolbar', value: false }]);
  });

  it('both write on while apart, one empties its bin, and both end with the same', async () => {
    await save(one, 2, 'The first words.');
    await carry(one, two);
    await one.evaluate(
      async (id) => void (await under_test.changeAnnotation(id, { note: 'Before. The first words.' })),
      idOf(0),
    );
    await two.evaluate(
      async (id) => void (await under_test.changeAnnotation(id, { note: 'The first words. After.' })),
      idOf(0),
    );
    await two.evaluate(async (id) => {
      await under_test.deleteAnnotation(id);
      await under_test.emptyBin();
    }, idOf(1));
    await carry(one, two);
    await carry(two, one);
    const [first, second] = [await contentOf(one), await contentOf(two)];
    expect(first).toEqual(second);
    expect(first.annotations.map(({ note }) => note)).toEqual(['Before. The first words. After.']);
    expect(first.tombstones.map(({ id }) => id)).toEqual([idOf(1)]);
  });

  it('a change is noted in its own transaction, and nothing waits or is said again once it is taken up', async () => {
    await save(one, 1);
    const noted = () => one.evaluate(async () => await under_test.library.changes.toArray());
    expect(await noted()).toEqual([{ document: 'article 2022/11/article-0' }]);
    await one.evaluate(async () => {
      const { library } = under_test;
      await library.changes.clear();
      await library
        .transaction('rw', library.annotations, async () => {
          await library.annotations.toCollection().modify({ color: 'pink' });
          throw new Error('called off');
        })
        .catch(() => undefined);
    });
    expect(await noted()).toEqual([]);
    expect(await carry(one, two)).toBe(0);
    await one.evaluate(async () => await under_test.markEverything());
    expect(await carry(one, two)).toBe(1);
    expect(await noted()).toEqual([]);
    expect(await carry(two, one)).toBe(0);
    expect(await carry(one, two)).toBe(0);
  });

  it('a step that fails in the middle has changed nothing', async () => {
    await save(one, 30);
    const seen = await one.evaluate(async () => {
      const { library, stepDocuments } = under_test;
      const names = await library.changes.toCollection().primaryKeys();
      let made = 0;
      const failed = await stepDocuments(
        names,
        () => [],
        () => {
          if (++made === 12) throw new Error('killed');
          const state = new Uint8Array([0, 0]);
          const { annotations: _, ...none } = {
            annotations: [],
            articles: [],
            settings: [],
            stances: [],
            reviews: [],
            reviewLog: [],
            reviewChoices: [],
            tombstones: [],
            ownClaims: [],
          };
          return { state, update: state, put: { annotations: [], ...none }, remove: [], conflicts: [] };
        },
      ).catch((error: Error) => error.message);
      return [failed, await library.documents.count(), await library.outbox.count(), await library.changes.count()];
    });
    expect(seen).toEqual(['killed', 0, 0, 30]);
  });

  it('a snapshot put back is told to the other device, and takes no note of anybody along', async () => {
    await save(one, 2, 'as it was');
    await carry(one, two);
    const id = await one.evaluate(
      async () => (await under_test.afterSnapshot('importing', async () => null)).before.id,
    );
    await one.evaluate(
      async (first) => void (await under_test.changeAnnotation(first, { note: 'a mistake' })),
      idOf(0),
    );
    await carry(one, two);
    await two.evaluate(
      async (second) => void (await under_test.changeAnnotation(second, { note: 'as it was, and more' })),
      idOf(1),
    );
    await carry(two, one);
    await one.evaluate(async (snapshot) => void (await under_test.restoreSnapshot(snapshot)), id);
    await carry(one, two);
    await carry(two, one);
    const [first, second] = [await contentOf(one), await contentOf(two)];
    expect(first).toEqual(second);
    expect(first.annotations.map(({ note }) => note)).toEqual(['as it was', 'as it was']);
  });

  it('a folder on disk carries a library over, and says what is wrong with it', async () => {
    // The browser's own picker cannot be worked from here; a folder of the origin's private file system is one too.
    const run = (page: Page) =>
      page.evaluate(async () => {
        const { carry, diskFolder, joinFolder, sealerOf, tryFolder } = under_test;
        const root = await navigator.storage.getDirectory();
        const folder = diskFolder(await root.getDirectoryHandle('shared', { create: true }));
        const { inUse } = await tryFolder(folder);
        const secret = await joinFolder(folder, 'a long passphrase');
        if (!secret) throw new Error('another passphrase');
        const device = { id: location.origin, name: location.port };
        const { sent, unread } = await carry({ folder, sealer: await sealerOf(secret), device });
        const files: [string, number[]][] = [];
        for (const name of await folder.list()) files.push([name, [...((await folder.read(name)) ?? [])]]);
        return { inUse, sent, unread, files };
      });
    await save(one, 3, 'from one');
    const first = await run(one);
    expect(first).toMatchObject({ inUse: false, sent: 1, unread: 0 });
    expect(first.files.map(([name]) => name.replace(/^[0-9a-f]+/, '')).sort()).toEqual(['', '.key']);
    // As a drive of the cloud brings it to the other device: one file cut off, and a name of its own.
    await two.evaluate(
      async (files) => {
        const root = await navigator.storage.getDirectory();
        const shared = await root.getDirectoryHandle('shared', { create: true });
        for (const [name, bytes] of files) {
          const stream = await (await shared.getFileHandle(name, { create: true })).createWritable();
          await stream.write(new Uint8Array(bytes));
          await stream.close();
        }
      },
      [...first.files, ['conflicted copy.txt', [1]], ['0'.repeat(40), [1, 2, 3]]] as [string, number[]][],
    );
    expect(await run(two)).toMatchObject({ inUse: true, unread: 1 });
    expect(await contentOf(two)).toEqual(await contentOf(one));
    const gone = await two.evaluate(async () => {
      const { diskFolder, FolderError } = under_test;
      const root = await navigator.storage.getDirectory();
      const shared = await root.getDirectoryHandle('shared', { create: true });
      await root.removeEntry('shared', { recursive: true });
      const folder = diskFolder(shared);
      const troubleOf = (deed: Promise<unknown>) =>
        deed.then(
          (value) => value,
          (error: unknown) => (error instanceof FolderError ? error.trouble : String(error)),
        );
      return [await troubleOf(folder.list()), await troubleOf(folder.write('a', new Uint8Array([1])))];
    });
    // Firefox names no reason when it cannot write into a folder that is gone.
    expect(gone).toEqual(['missing', kind === 'firefox' ? 'stuck' : 'missing']);
  });

  it('a library of the first version opens, and is taken up whole', async () => {
    const rows = await two.evaluate(
      async (annotations, tables) => {
        const { Dexie, Library } = under_test;
        const old = new Dexie('first-version');
        old.version(1).stores(tables);
        await old.table('annotations').bulkAdd(annotations);
        old.close();
        const newer = new Library('first-version');
        const count = await newer.annotations.count();
        await newer.annotations.update(annotations[0]?.id ?? '', { color: 'pink' });
        const noted = await newer.changes.toCollection().primaryKeys();
        newer.close();
        return { count, noted };
      },
      notes(10),
      FIRST_VERSION,
    );
    expect(rows).toEqual({ count: 10, noted: ['article 2022/11/article-0'] });
  });

  const many = WHOLE ? 10_000 : 500;
  it(`${many} annotations are taken up and carried over`, { timeout: 120_000 }, async () => {
    await one.evaluate(async (rows) => void (await under_test.library.annotations.bulkAdd(rows)), notes(many));
    const start = performance.now();
    await carry(one, two);
    const took = performance.now() - start;
    console.log(`${kind}: ${many} annotations in 200 articles carried over in ${Math.round(took)} ms`);
    expect(await two.evaluate(async () => await under_test.library.annotations.count())).toBe(many);
  });
});
