import type { Browser, Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { deflated } from '../../src/sync/deflate';
import { wrapped } from '../../src/sync/parcel';
import { sealerOf } from '../../src/sync/secret';
import { bundle, leaveBareBrowser, startBareBrowser } from '../support/bare-browser';
import { HostileDav } from '../support/hostile-dav';
import { BROWSERS } from '../support/session';
import { WHOLE } from '../support/whole';
import { annotation } from '../unit/exchange/arbitrary';
import type * as Sync from './sync-entry';

declare const under_test: typeof Sync;

const idOf = (i: number) => `019357a0-0000-7000-8000-${String(i).padStart(12, '0')}`;

/** Syncs in which the device is killed. */
const KILLS = WHOLE ? 100 : 6;

describe.each(WHOLE ? BROWSERS : BROWSERS.slice(0, 1))('files in a shared folder: %s', (kind) => {
  let browser: Browser;
  let dav: HostileDav;
  let devices: Page[];
  let script: string;
  const load = (page: Page) => page.evaluate(`${script}; globalThis.under_test = under_test;`);

  beforeEach(async () => {
    dav = new HostileDav(20261122);
    [browser, script] = await Promise.all([startBareBrowser(kind), bundle('tests/component/sync-entry.ts')]);
    devices = [];
    for (let i = 0; i < 3; i++) {
      const page = await browser.newPage();
      await page.goto(`${await dav.open()}/`);
      await load(page);
      devices.push(page);
    }
  });
  afterEach(async () => {
    await leaveBareBrowser(kind, browser);
    dav?.close();
  });

  /** One run on a device, with the same secret on each. @returns what it came to, or the trouble it had */
  const run = (page: Page): Promise<string> =>
    page.evaluate(async () => {
      const { carry, sealerOf, webdavFolder } = under_test;
      const folder = webdavFolder({ url: `${location.origin}/dav/`, user: '', password: '' });
      const device = { id: location.origin, name: location.port };
      const sealer = await sealerOf(new Uint8Array(16).fill(9));
      return await carry({ folder, sealer, device }).then(
        ({ unread, refused }) => (unread + refused > 0 ? 'unread' : 'done'),
        (error: Error) => ('trouble' in error ? String(error.trouble) : `unexpected: ${error.message}`),
      );
    });
  const write = (page: Page, i: number, note: string) =>
    page.evaluate(
      async ({ id, articleKey, target, color }, text) => {
        await under_test.saveAnnotation({ id, articleKey, target, color, note: '' });
        await under_test.changeAnnotation(id, { note: text });
      },
      annotation({ id: idOf(i), articleKey: `2022/11/article-${i % 5}`, exact: `words ${i}` }),
      note,
    );
  const contentOf = (page: Page) => page.evaluate(async () => await under_test.readContent());

  it('three devices end with the same library on a server that does everything wrong', {
    timeout: 180_000,
  }, async () => {
    dav.wounded = 35;
    const outcomes = new Map<string, number>();
    for (let i = 0; i < 45; i++) {
      const page = devices[i % 3];
      if (!page) continue;
      if (i < 30) await write(page, i, `note ${i}`);
      const outcome = await run(page);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect([...outcomes.keys()].filter((outcome) => outcome.startsWith('unexpected'))).toEqual([]);
    expect(dav.dealt.size).toBe(8);
    expect(outcomes.size).toBeGreaterThan(4);
    dav.wounded = 0;
    for (let round = 0; round < 3; round++) for (const page of devices) expect(await run(page)).toBe('done');
    const contents = await Promise.all(devices.map(contentOf));
    expect(contents[0]?.annotations.map(({ note }) => note).sort()).toEqual(
      Array.from({ length: 30 }, (_, i) => `note ${i}`).sort(),
    );
    expect(contents[1]).toEqual(contents[0]);
    expect(contents[2]).toEqual(contents[0]);
  });

  it('a device makes its many small files few, and removes no other’s', { timeout: 180_000 }, async () => {
    const [one, two, three] = devices as [Page, Page, Page];
    await write(two, 99, 'of two');
    await run(two);
    const [ofTwo = ''] = dav.files.keys();
    for (let i = 0; i < 40; i++) {
      await write(one, i, `note ${i}`);
      expect(await run(one)).toBe('done');
    }
    expect(dav.files.size).toBeLessThan(15);
    expect(dav.files.has(ofTwo)).toBe(true);
    expect(await run(three)).toBe('done');
    expect((await contentOf(three)).annotations).toHaveLength(41);
    for (const [name, bytes] of dav.files) {
      expect(name).toMatch(/^[0-9a-f]{40}$/);
      expect(bytes.includes('note')).toBe(false);
    }
  });

  it('a folder that lost its files is filled again by those who wrote them', async () => {
    const [one, two] = devices as [Page, Page, Page];
    await write(one, 1, 'still with one');
    await run(one);
    dav.files.clear();
    expect(await run(two)).toBe('done');
    expect(await run(one)).toBe('done');
    expect(await run(two)).toBe('done');
    expect((await contentOf(two)).annotations.map(({ note }) => note)).toEqual(['still with one']);
  });

  it(`a device that is killed at random moments in ${KILLS} syncs loses nothing`, { timeout: 240_000 }, async () => {
    const [one, two] = devices as [Page, Page, Page];
    let killed = 0;
    for (let i = 0; i < KILLS; i++) {
      await write(one, i, `note ${i}`);
      const over = run(one).then(
        () => 0,
        () => 1,
      );
      // By the golden ratio: every part of a run is met.
      await new Promise((done) => setTimeout(done, ((i * 0.618) % 1) * 60));
      await one.reload();
      killed += await over;
      await load(one);
      if (i % 10 === 0) await run(two);
    }
    expect(killed).toBeGreaterThan(KILLS / 5);
    for (const page of [one, two, one, two]) expect(await run(page)).toBe('done');
    const contents = [await contentOf(one), await contentOf(two)];
    expect(contents[0]?.annotations).toHaveLength(KILLS);
    expect(contents[1]).toEqual(contents[0]);
  });

  it('a device set back to an old backup gets everything again, and takes nothing from anybody', async () => {
    const [one, two] = devices as [Page, Page, Page];
    await write(one, 1, 'before the backup');
    await run(one);
    await run(two);
    await one.evaluate(async () => {
      const { library } = under_test;
      const backup: Record<string, unknown[]> = {};
      for (const table of library.tables) backup[table.name] = await table.toArray();
      Object.assign(globalThis, { backup });
    });
    await write(one, 2, 'after the backup');
    await write(one, 1, 'before the backup, changed after it');
    await run(one);
    await write(two, 3, 'meanwhile');
    await run(two);
    await one.evaluate(async () => {
      const { library } = under_test;
      const { backup } = globalThis as unknown as { backup: Record<string, unknown[]> };
      await library.transaction('rw', library.tables, async () => {
        for (const table of library.tables) {
          await table.clear();
          await table.bulkAdd(backup[table.name] ?? []);
        }
      });
    });
    await write(one, 4, 'since then');
    for (const page of [one, two, one]) expect(await run(page)).toBe('done');
    const contents = [await contentOf(one), await contentOf(two)];
    expect(contents[0]?.annotations.map(({ note }) => note)).toEqual([
      'before the backup, changed after it',
      'after the backup',
      'meanwhile',
      'since then',
    ]);
    expect(contents[1]).toEqual(contents[0]);
  });

  it('a member who writes nonsense harms nobody else’s library', async () => {
    const [one, two] = devices as [Page, Page, Page];
    await write(one, 1, 'of one');
    await write(two, 2, 'of two');
    for (const page of [one, two, one]) expect(await run(page)).toBe('done');
    const document = 'article 2022/11/article-1';
    const facts = (entries: [place: unknown[], fact: unknown][]): Uint8Array => {
      const doc = new Y.Doc();
      for (const [place, fact] of entries) doc.getMap('facts').set(JSON.stringify(place), fact);
      return Y.encodeStateAsUpdate(doc);
    };
    const late = 9e15;
    const nonsense = facts([
      [
        ['annotations', idOf(1), 'color', 1],
        [late, '"evil"'],
      ],
      [
        ['annotations', idOf(1), 'target', 1],
        [late, '{'],
      ],
      [
        ['annotations', idOf(1), 'tags', 1],
        [Number.NaN, '{"toString":1}'],
      ],
      [
        ['annotations', '__proto__', 'note', 1],
        [late, '1'],
      ],
      [
        ['annotations', idOf(9), 'created', 1],
        [late, '"long ago"'],
      ],
      [['tables', 'constructor', 'name', 1], 'no fact at all'],
      [
        ['articles', '', 'url', 1],
        [late, '"javascript:alert(1)"'],
      ],
    ]);
    const evil = { id: 'evil', name: 'Evil', at: 8e15 };
    const parcels = [
      await wrapped({ device: evil, updates: [{ document, update: nonsense }] }),
      await wrapped({
        device: evil,
        updates: [
          { document, update: crypto.getRandomValues(new Uint8Array(500)) },
          { document, update: nonsense.slice(0, nonsense.length / 2) },
          {
            document: 'rest',
            update: facts([
              [
                ['settings', '__proto__', 'value', 1],
                [late, '{"toolbar":false}'],
              ],
            ]),
          },
        ],
      }),
      // 70 MB in a file of 70 KB, and what is no parcel.
      await deflated(new Uint8Array(70_000_000)),
      crypto.getRandomValues(new Uint8Array(1000)),
    ];
    const sealer = await sealerOf(new Uint8Array(16).fill(9));
    for (const parcel of parcels) {
      const { name, file } = await sealer.seal(parcel);
      dav.files.set(name, Buffer.from(file));
    }
    for (const page of [one, two]) expect(await run(page)).toBe('unread');
    await write(one, 3, 'one goes on');
    await write(two, 1, 'two goes on');
    for (const page of [one, two, one, two]) await run(page);
    const contents = [await contentOf(one), await contentOf(two)];
    const notes = contents[0]?.annotations.map(({ note, color }) => [note, color]);
    expect(notes).toEqual([
      ['two goes on', 'yellow'],
      ['of two', 'yellow'],
      ['one goes on', 'yellow'],
    ]);
    expect(contents[1]).toEqual(contents[0]);
    expect(contents[0]?.articles).toEqual([]);
    expect(contents[0]?.settings).toEqual([]);
  });

  it('a full disk loses nothing: what waits is sent once there is room', async () => {
    const [one, two] = devices as [Page, Page, Page];
    dav.room = 10;
    await write(one, 1, 'no room for this');
    expect(await run(one)).toBe('full');
    await write(one, 2, 'nor for this');
    expect(await run(one)).toBe('full');
    dav.room = null;
    expect(await run(one)).toBe('done');
    await run(two);
    expect((await contentOf(two)).annotations).toHaveLength(2);
  });
});
