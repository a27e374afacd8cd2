import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/core/annotation';
import { bundle, pageBeside } from '../support/bare-browser';
import { databasePage } from '../support/database-page';
import { BROWSERS } from '../support/session';
import { report, tries } from '../support/trust';
import { annotation } from '../unit/exchange/arbitrary';
import type * as Writers from './writers-entry';

declare const under_test: typeof Writers;

const ENTRY = 'tests/component/writers-entry.ts';
const SURFACES = 4;
const WRITES = tries(250, 40);
const NOTES = 10;
const idOf = (i: number) => `019357a0-0000-7000-8000-${String(i).padStart(12, '0')}`;

describe.each(BROWSERS)('several places write at once, on a real database: %s', (kind) => {
  const page = databasePage(kind, ENTRY);

  it('a thousand writes from four pages: every one is there, and every word of notes written in several places', async () => {
    const script = await bundle(ENTRY);
    const pages = [page()];
    while (pages.length < SURFACES) pages.push(await pageBeside(page(), script));
    await page().evaluate(
      async (rows) => {
        for (const table of under_test.library.tables) await table.clear();
        await under_test.library.annotations.bulkAdd(rows);
      },
      Array.from({ length: NOTES }, (_, i) => annotation({ id: idOf(i), note: 'Begun.', deleted: null })),
    );
    await Promise.all(
      pages.map((one, surface) =>
        one.evaluate(
          async (who, writes, notes, shared) => {
            const { saveAnnotation, changeAnnotation, applyPatches, writeClaimNote } = under_test;
            // What this place knows of each note: it writes on that, as somebody who types does.
            const known = new Map(shared.map((id) => [id, 'Begun.']));
            for (let i = 0; i < writes; i++) {
              const id = shared[i % notes] as string;
              const word = ` w${who}-${i}.`;
              const from = known.get(id) as string;
              const note = i % 2 === 0 ? from + word : `${word.trim()} ${from}`;
              if (i % 5 === 4) {
                const target = { kind: 'claim' as const, claimId: `${who}-${i}`, statement: 'A statement.' };
                const own = `019357a0-0000-7000-800${who + 1}-${String(i).padStart(12, '0')}`;
                await saveAnnotation({ id: own, articleKey: '2024/03/one', target, color: 'blue', note: word });
              } else if (i % 5 === 3) {
                await applyPatches([{ id, change: { note }, from }]);
                known.set(id, note);
              } else if (i % 5 === 2) {
                const claim = { articleKey: '2024/03/two', claimId: 'shared', statement: 'A statement.' };
                await writeClaimNote(['2024/03/two'], claim, word.trim(), '');
              } else known.set(id, (await changeAnnotation(id, { note }, from)).note);
            }
          },
          surface,
          WRITES,
          NOTES,
          Array.from({ length: NOTES }, (_, i) => idOf(i)),
        ),
      ),
    );
    const json = await page().evaluate(async () => JSON.stringify(await under_test.library.annotations.toArray()));
    const rows = JSON.parse(json) as Annotation[];
    const all = rows.map(({ note }) => note).join('\n');
    const words = pages.flatMap((_, who) => Array.from({ length: WRITES }, (__, i) => `w${who}-${i}.`));
    const lost = words.filter((word) => !all.includes(word));
    expect(lost).toEqual([]);
    expect(rows.filter(({ target }) => target.kind === 'claim' && target.claimId === 'shared')).toHaveLength(1);
    expect(rows).toHaveLength(NOTES + (SURFACES * WRITES) / 5 + 1);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    report({ what: 'writes from four places at once', browser: kind, tried: words.length, lost: lost.length });
  });

  it('two first texts on one claim make one note with both in it, and asked for again it is the same', async () => {
    const notes = await page().evaluate(async () => {
      const target = { kind: 'claim' as const, claimId: 'one', statement: 'A statement.' };
      const wanted = (id: string, note: string) =>
        ({ id, articleKey: '2024/03/one', target, color: 'blue', note }) as const;
      const texts = [
        wanted('019357a0-0000-7000-8000-00000000000a', 'From one tab.'),
        wanted('019357a0-0000-7000-8000-00000000000b', 'From the other.'),
      ];
      for (const text of [...texts, ...texts]) await under_test.saveAnnotation(text);
      return (await under_test.library.annotations.toArray()).map(({ note }) => note);
    });
    expect(notes).toEqual(['From one tab.\n\nFrom the other.']);
  });
});
