import { describe, expect, it } from 'vitest';
import { bundle, pageBeside } from '../support/bare-browser';
import { databasePage } from '../support/database-page';
import { BROWSERS } from '../support/session';
import { annotation } from '../unit/exchange/arbitrary';
import type * as Upgrades from './upgrades-entry';

declare const under_test: typeof Upgrades;

const ENTRY = 'tests/component/upgrades-entry.ts';
const ID = '019357a0-0000-7000-8000-000000000001';
const KEPT = annotation({ id: ID, note: 'Kept through all versions.', deleted: null });
/** The stores of each released version, as they stood: key path, then indexes. What was released is never edited. */
const RELEASED: Record<number, Record<string, [keyPath: string | string[], ...indexes: string[]]>> = {
  1: {
    annotations: ['id', 'articleKey', 'created', 'updated', 'deleted', '*tags', 'lastSeen.at'],
    articles: ['key', 'headlineFold', 'lastRead'],
    tombstones: ['id'],
    settings: ['name'],
    stances: [['articleKey', 'claimId'], 'articleKey'],
    reviews: ['id', 'articleKey'],
    reviewLog: ['id', 'itemId', 'time'],
    reviewChoices: ['articleKey'],
  },
};

describe.each(BROWSERS)('libraries of other versions, in a real database: %s', (kind) => {
  const page = databasePage(kind, ENTRY);

  /** Puts a library of a released version with one row in place of the present one. */
  const makeOld = (version: number) =>
    page().evaluate(
      async (stores, number, row) => {
        under_test.library.close();
        await new Promise((resolve) => {
          indexedDB.deleteDatabase('counterpoint').onsuccess = resolve;
        });
        // Dexie counts its versions in tens.
        const opening = indexedDB.open('counterpoint', number * 10);
        opening.onupgradeneeded = () => {
          for (const [name, [keyPath, ...indexes]] of Object.entries(stores)) {
            const store = opening.result.createObjectStore(name, { keyPath });
            for (const index of indexes) {
              const multiEntry = index.startsWith('*');
              const path = multiEntry ? index.slice(1) : index;
              store.createIndex(path, path, { multiEntry });
            }
          }
          opening.transaction?.objectStore('annotations').put(row);
        };
        await new Promise((resolve) => {
          opening.onsuccess = resolve;
        });
        opening.result.close();
      },
      RELEASED[version] ?? {},
      version,
      KEPT,
    );
  /** What the present library reads, and what it keeps then. */
  const readAndKeep = () =>
    page().evaluate(async (saved) => {
      const { library, allAnnotations, saveAnnotation } = under_test;
      if (!library.isOpen()) await library.open();
      const before = await allAnnotations();
      const { id, ...wanted } = saved;
      await saveAnnotation({ ...wanted, id: id.replace(/1$/, '2') });
      return { before, after: (await allAnnotations()).length };
    }, KEPT);

  it.each(Object.keys(RELEASED).map(Number))(
    'version %i is read, nothing of it lost, and written on',
    async (version) => {
      await makeOld(version);
      const { before, after } = await readAndKeep();
      expect(before).toEqual([KEPT]);
      expect(after).toBe(2);
    },
  );

  it('an upgrade that is broken off leaves all as it was, and is done the next time', async () => {
    await makeOld(1);
    const broken = await page().evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('counterpoint', 20);
          opening.onupgradeneeded = () => {
            opening.transaction?.objectStore('annotations').clear();
            opening.transaction?.abort();
          };
          opening.onsuccess = () => resolve('opened');
          opening.onerror = () => resolve(String(opening.error?.name));
        }),
    );
    expect(broken).toBe('AbortError');
    expect((await readAndKeep()).before).toEqual([KEPT]);
  });

  it('a page of the former version that is still open makes way, and still reads and writes after', async () => {
    await makeOld(1);
    expect((await readAndKeep()).after).toBe(2);
    // The next version, in another page, while this one has the library open.
    const newer = await pageBeside(page(), await bundle(ENTRY));
    const upgraded = await newer.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('counterpoint', 990);
          opening.onblocked = () => resolve('blocked');
          opening.onupgradeneeded = () => opening.result.createObjectStore('ofTheFuture', { keyPath: 'id' });
          opening.onsuccess = () => {
            opening.result.close();
            resolve('upgraded');
          };
        }),
    );
    expect(upgraded).toBe('upgraded');
    await newer.close();
    // A version that was taken back: the rows are those of before, whoever wrote them.
    const rows = await page().evaluate(async (saved) => {
      const { allAnnotations, saveAnnotation } = under_test;
      const { id, ...wanted } = saved;
      await saveAnnotation({ ...wanted, id: id.replace(/1$/, '3') });
      return (await allAnnotations()).map((row) => row.id.slice(-1)).sort();
    }, KEPT);
    expect(rows).toEqual(['1', '2', '3']);
  });
});
