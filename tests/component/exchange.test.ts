import { describe, expect, it } from 'vitest';
import { databasePage } from '../support/database-page';
import { BROWSERS } from '../support/session';
import { annotation } from '../unit/exchange/arbitrary';
import type * as Exchange from './exchange-entry';

declare const under_test: typeof Exchange;

const DAY = 86_400_000;
/** Noon, whatever the time zone: a day later is the next day. */
const NOON = new Date(2026, 10, 22, 12).getTime();
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    annotation({
      id: `019357a0-0000-7000-8000-${String(i).padStart(12, '0')}`,
      articleKey: `2022/11/article-${i % 40}`,
      exact: `words number ${i}`,
      note: 'A note of a few words.',
    }),
  );

describe.each(BROWSERS)('imports, snapshots and drafts in a real database: %s', (kind) => {
  const page = databasePage(kind, 'tests/component/exchange-entry.ts');

  it('reads, writes and exports every table that the library has', async () => {
    const { tables, read, exported } = await page().evaluate(async () => ({
      tables: under_test.library.keeping.map(({ name }) => name).sort(),
      read: Object.keys(await under_test.readContent()).sort(),
      exported: [...under_test.TABLE_NAMES].sort(),
    }));
    expect(read).toEqual(tables);
    expect(exported).toEqual(tables);
  });

  it('imports 10,000 rows in steps that are told, and gives the same bytes back', async () => {
    const text = JSON.stringify({ format: 'counterpoint-library', version: 1, annotations: rows(10_000) });
    const { steps, count, equal } = await page().evaluate(async (file) => {
      const { rows } = under_test.fromOwnJson(file);
      const steps: number[] = [];
      const { count } = await under_test.changeContent((present) => under_test.planImport(present, rows, 1), {
        progress: (done) => steps.push(done),
      });
      const equal = under_test.toOwnJson(await under_test.readContent()) === under_test.toOwnJson(rows);
      return { steps, count, equal };
    }, text);
    expect(count).toEqual({ new: 10_000, changed: 0, same: 0 });
    expect(steps).toEqual(Array.from({ length: 20 }, (_, i) => 500 * (i + 1)));
    expect(equal).toBe(true);
  });

  it('leaves nothing behind when called off in the middle, or when it fails, the snapshot before it neither', async () => {
    const left = await page().evaluate(async (annotations) => {
      const { afterSnapshot, allSnapshots, changeContent, emptyContent, library } = under_test;
      const put = { ...emptyContent(), annotations };
      const off = new AbortController();
      const watched = { signal: off.signal, progress: (done: number) => done >= 1000 && off.abort() };
      const called = await afterSnapshot('importing', () => changeContent(() => ({ put }), watched)).then(
        () => 'not called off',
        (error: Error) => error.name,
      );
      const bad = [...annotations.slice(0, 900), { ...annotations[0], id: null }] as unknown as typeof annotations;
      const failed = await afterSnapshot('importing', () =>
        changeContent(() => ({ put: { ...put, annotations: bad } })),
      ).then(
        () => 'no failure',
        () => 'failed',
      );
      const snapshots = (await allSnapshots()).length;
      return { called, failed, count: await library.annotations.count(), snapshots };
    }, rows(2000));
    expect(left).toEqual({ called: 'AbortError', failed: 'failed', count: 0, snapshots: 0 });
  });

  it('keeps what a closed page has left: all of it, and the rest where one of it cannot be kept', async () => {
    const seen = await page().evaluate(async (annotations) => {
      const { drafts, keepDrafts, library } = under_test;
      const texts = ['', 'Half a thou', 'Something else.', 'Half a thought.', 'Half a thought.'];
      await library.annotations.bulkAdd(annotations.map((row, i) => ({ ...row, note: texts[i] ?? '' })));
      drafts.put({ annotationId: 'gone for good' }, 'Still here.');
      for (const { id } of annotations) drafts.put({ annotationId: id }, 'Half a thought.');
      // Those from the third on were written on by another page after the draft was.
      for (const { id } of annotations.slice(2)) await library.annotations.update(id, { updated: Date.now() + 1000 });
      drafts.put({ annotationId: annotations[4]?.id ?? '' }, 'Half a');
      await keepDrafts();
      await keepDrafts();
      const notes = (await library.annotations.toArray()).map(({ note }) => note);
      const left = drafts.all().map(({ text }) => text);
      localStorage.clear();
      return { notes, left };
    }, rows(5));
    const [whole, both] = ['Half a thought.', 'Something else.\nHalf a thought.'];
    expect(seen).toEqual({ notes: [whole, whole, both, whole, whole], left: ['Still here.'] });
  });

  it('takes one snapshot a day, keeps 7 days and 4 weeks, and restores one so that it can be undone', async () => {
    const seen = await page().evaluate(
      async (annotations, noon, day) => {
        const { library, takeDailySnapshot, allSnapshots, restoreSnapshot } = under_test;
        await takeDailySnapshot(noon - 41 * day);
        const whileEmpty = (await allSnapshots()).length;
        await library.annotations.bulkAdd(annotations);
        for (let ago = 40; ago >= 0; ago--) {
          await takeDailySnapshot(noon - ago * day);
          await takeDailySnapshot(noon - ago * day + 1000);
        }
        const ages = (await allSnapshots()).map(({ taken }) => Math.round((noon - taken) / day));
        await library.annotations.clear();
        await library.settings.put({ name: 'toolbar', value: false });
        const [newest] = await allSnapshots();
        const before = await restoreSnapshot(newest?.id ?? '', noon + 2000);
        const restored = [await library.annotations.count(), await library.settings.count()];
        await restoreSnapshot(before.id, noon + 3000);
        const undone = [await library.annotations.count(), await library.settings.count()];
        return { whileEmpty, ages, restored, undone };
      },
      rows(3),
      NOON,
      DAY,
    );
    expect(seen.whileEmpty).toBe(0);
    expect(seen.ages.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const weeks = seen.ages.slice(7);
    expect(weeks.length).toBeGreaterThanOrEqual(3);
    expect(weeks.length).toBeLessThanOrEqual(4);
    for (const [i, age] of weeks.slice(1).entries()) expect(age - (weeks[i] ?? 0)).toBe(7);
    expect(seen.restored).toEqual([3, 0]);
    expect(seen.undone).toEqual([0, 1]);
  });

  it('has each snapshot as a file too: they come back when the browser has emptied every database', async () => {
    const seen = await page().evaluate(async (annotations) => {
      const { library, allSnapshots, emptiedSince, leaveEmptied, restoreSnapshot, takeDailySnapshot, takeUpFiles } =
        under_test;
      const empty = async () => {
        for (const name of ['counterpoint', 'counterpoint-vault']) {
          const opening = indexedDB.open(name);
          const opened = await new Promise<IDBDatabase>((resolve) => {
            opening.onsuccess = () => resolve(opening.result);
          });
          const all = opened.transaction(opened.objectStoreNames, 'readwrite');
          for (const table of opened.objectStoreNames) all.objectStore(table).clear();
          await new Promise((resolve) => {
            all.oncomplete = resolve;
          });
          opened.close();
        }
      };
      const [first, second, later] = annotations;
      if (!first || !second || !later) throw new Error('too few rows');
      await empty();
      await library.annotations.bulkAdd([first, second]);
      await takeDailySnapshot(3.1e12);
      const whileWell = await emptiedSince();
      await empty();
      const gone = await allSnapshots();
      // What was written on the same day, before the reader came to know of it.
      await library.annotations.add({ ...later, created: 3.1e12 + 1000 });
      await takeDailySnapshot(3.1e12 + 2000);
      const told = await emptiedSince();
      await restoreSnapshot(told?.id ?? '', 3.3e12, true);
      const restored = (await library.annotations.toArray()).map(({ id }) => id).sort();
      const after = await emptiedSince();
      await empty();
      await takeUpFiles();
      const again = await emptiedSince();
      await leaveEmptied(3.4e12);
      return {
        whileWell,
        gone,
        told: told?.annotations,
        restored,
        after,
        again: again !== null,
        left: await emptiedSince(),
      };
    }, rows(3));
    expect(seen).toEqual({
      whileWell: null,
      gone: [],
      told: 2,
      restored: rows(3).map(({ id }) => id),
      after: null,
      again: true,
      left: null,
    });
  });

  it('asks for the database again after the browser has not opened it', async () => {
    const seen = await page().evaluate(async () => {
      const reading = new under_test.Library('counterpoint-reopened');
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = () => {
        throw new DOMException('The disk is full.', 'UnknownError');
      };
      const count = () =>
        reading.annotations.count().catch((error: Error) => error.message.includes('The disk is full.'));
      const [first, atOnce] = [await count(), await count()];
      IDBFactory.prototype.open = open;
      await new Promise((resolve) => setTimeout(resolve));
      const later = await count();
      await reading.delete();
      return { first, atOnce, later };
    });
    expect(seen).toEqual({ first: true, atOnce: true, later: 0 });
  });

  it('upgrades the rows of a snapshot that an older version took, and refuses one of a newer', async () => {
    const seen = await page().evaluate(async (annotations) => {
      const { library, allSnapshots, restoreSnapshot, takeDailySnapshot } = under_test;
      await library.annotations.bulkAdd(annotations);
      await takeDailySnapshot(4e12);
      const [{ id } = { id: '' }] = await allSnapshots();
      const change = (version: number) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('counterpoint-vault');
          opening.onsuccess = () => {
            const rows = opening.result.transaction('rows', 'readwrite').objectStore('rows');
            const got = rows.get(id);
            got.onsuccess = () => {
              rows.put({ ...got.result, version });
              rows.transaction.oncomplete = () => {
                opening.result.close();
                resolve();
              };
            };
          };
          opening.onerror = () => reject(opening.error);
        });
      await library.annotations.clear();
      await change(library.verno + 1);
      const refused = await restoreSnapshot(id).catch((error: Error) => error.message);
      // As an older schema would have been: the library's first one, under half a version's number.
      await change(library.verno - 0.5);
      await restoreSnapshot(id);
      const names = (await indexedDB.databases()).map(({ name }) => name);
      return { refused, count: await library.annotations.count(), names };
    }, rows(2));
    expect(seen.refused).toBe('error_snapshot_newer');
    expect(seen.count).toBe(2);
    expect(seen.names).not.toContain('counterpoint-upgrading');
  });
});
