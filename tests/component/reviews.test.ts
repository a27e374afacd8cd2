import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/core/annotation';
import { type CardState, itemOf, type Review, type ReviewChoice } from '../../src/core/review';
import { seeded } from '../anchoring/random';
import { databasePage } from '../support/database-page';
import { FIRST_VERSION } from '../support/first-version';
import { BROWSERS } from '../support/session';
import { annotation } from '../unit/exchange/arbitrary';
import type * as Reviews from './reviews-entry';

declare const under_test: typeof Reviews;

const HOUR = 3_600_000;
/** Noon, whatever the time zone. */
const NOON = new Date(2026, 10, 22, 12).getTime();
const ARTICLES = ['2022/11/one', '2022/11/two', '2022/11/three'];

interface Made {
  annotations: Annotation[];
  reviews: Review[];
  reviewChoices: ReviewChoice[];
}

/** A library of notes in every state of reviewing. @param graded the share of notes graded before */
function madeUp(seed: number, count: number, graded: number): Made {
  const { chance, int, pick } = seeded(seed);
  const card = (): CardState => {
    const state = pick(['learning', 'review', 'relearning'] as const);
    const due = NOON + int(-60, 60) * (state === 'review' ? 24 * HOUR : HOUR / 6);
    return {
      ...{ due, stability: 3, difficulty: 5, scheduledDays: 3, learningSteps: 0, reps: 1, lapses: 0, state },
      lastReview: due - int(1, 100) * HOUR,
    };
  };
  const aside = () => ({ buriedUntil: chance(0.2) ? NOON + int(-24, 24) * HOUR : null, paused: chance(0.1) });
  const annotations = Array.from({ length: count }, (_, i) =>
    annotation({
      id: `019357a0-0000-7000-8000-${String(int(0, 1e9) * 1000 + i).padStart(12, '0')}`,
      articleKey: pick(ARTICLES),
      note: chance(0.7) ? 'A note.' : ' ',
      created: int(1, 1e6),
      deleted: chance(0.1) ? NOON : null,
      ...(chance(0.1) && { target: { kind: 'claim' as const, claimId: 'first', statement: 'A statement.' } }),
    }),
  );
  const ofNotes = annotations.flatMap(({ id, articleKey }): Review[] => {
    const item = itemOf(articleKey, { kind: 'annotation', annotationId: id });
    if (chance(graded)) return [{ ...item, card: card(), ...aside() }];
    return chance(0.2) ? [{ ...item, card: null, ...aside() }] : [];
  });
  const ofClaims = ARTICLES.flatMap((key) =>
    ['first', 'second'].flatMap((claimId): Review[] =>
      chance(0.5) ? [{ ...itemOf(key, { kind: 'claim', claimId }), card: card(), ...aside() }] : [],
    ),
  );
  const reviewChoices = ARTICLES.filter(() => chance(0.5)).map((articleKey) => ({
    articleKey,
    notes: chance(0.7),
    claims: chance(0.5),
  }));
  return { annotations, reviews: [...ofNotes, ...ofClaims], reviewChoices };
}

describe.each(BROWSERS)('what is asked, from a real database: %s', (kind) => {
  const page = databasePage(kind, 'tests/component/reviews-entry.ts');

  it('is the same as from the whole library, of which only a part is read', async () => {
    let longest = 0;
    for (let seed = 0; seed < 30; seed++) {
      const made = madeUp(seed, 20 + 10 * seed, (seed % 5) / 4);
      const { part, whole, read } = await page().evaluate(
        async ({ annotations, reviews, reviewChoices }, now, more) => {
          const { library, readQueueMaterial, readReviewState, allAnnotations, queueOf } = under_test;
          for (const table of library.tables) await table.clear();
          await library.annotations.bulkAdd(annotations);
          await library.reviews.bulkAdd(reviews);
          await library.reviewChoices.bulkAdd(reviewChoices);
          const material = await readQueueMaterial(now, more);
          const all = { ...(await readReviewState(now)), annotations: await allAnnotations() };
          const part = queueOf(material, () => ['first', 'second'], now, more).map(({ id }) => id);
          const whole = queueOf(all, () => ['first', 'second'], now, more).map(({ id }) => id);
          return { part, whole, read: material.annotations.length };
        },
        made,
        NOON,
        seed % 3 === 0 ? 5 : 0,
      );
      expect(part, `seed ${seed}`).toEqual(whole);
      longest = Math.max(longest, whole.length);
      expect(read).toBeLessThan(made.annotations.length + 1);
    }
    expect(longest, 'these libraries give something to ask').toBeGreaterThan(20);
  });

  it('is told anew when an old highlight of many gets its note', async () => {
    const counts = await page().evaluate(
      async (annotations) => {
        const { library, live, readQueueMaterial } = under_test;
        await library.annotations.bulkAdd(annotations);
        const seen: number[] = [];
        const stop = live(() => readQueueMaterial(1e12)).listen(
          (material) => seen.push(material.annotations.length),
          (error) => seen.push(Number(error)),
        );
        const until = async (wanted: number) => {
          for (let i = 0; i < 100 && seen.at(-1) !== wanted; i++) await new Promise((done) => setTimeout(done, 30));
        };
        await until(0);
        const last = annotations.at(-1)?.id ?? '';
        await library.annotations.update(last, { note: 'A note.', updated: 5000 });
        await until(1);
        stop();
        return seen;
      },
      Array.from({ length: 300 }, (_, i) =>
        annotation({ id: `019357a0-0000-7000-8000-${String(i).padStart(12, '0')}`, note: '' }),
      ),
    );
    expect(counts).toEqual([0, 1]);
  });

  it('keeps the rows of a library of the first version, and finds what is due in it', async () => {
    const made = madeUp(3, 40, 0.5);
    const seen = await page().evaluate(
      async ({ annotations, reviews, reviewChoices }, now, tables) => {
        const { Dexie, Library } = under_test;
        const old = new Dexie('of-old');
        old.version(1).stores(tables);
        await old.table('annotations').bulkAdd(annotations);
        await old.table('reviews').bulkAdd(reviews);
        await old.table('reviewChoices').bulkAdd(reviewChoices);
        old.close();
        const library = new Library('of-old');
        const rows = {
          annotations: await library.annotations.toArray(),
          reviews: await library.reviews.toArray(),
          reviewChoices: await library.reviewChoices.toArray(),
        };
        const due = await library.reviews.where('card.due').below(now).primaryKeys();
        library.close();
        await Dexie.delete('of-old');
        return { rows, due: due.sort() };
      },
      made,
      NOON,
      FIRST_VERSION,
    );
    const byId = <T extends { id: string }>(rows: T[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(seen.rows.annotations)).toEqual(byId(made.annotations));
    expect(byId(seen.rows.reviews)).toEqual(byId(made.reviews));
    expect(seen.rows.reviewChoices).toHaveLength(made.reviewChoices.length);
    const due = made.reviews.filter(({ card }) => card && card.due < NOON).map(({ id }) => id);
    expect(seen.due).toEqual(due.sort());
    expect(due.length).toBeGreaterThan(0);
  });
});
