import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation';
import { type CardState, itemOf, type Review } from '../../../src/core/review';
import { poolOf, queueOf, type ReviewMaterial } from '../../../src/core/review-queue';

const NOW = new Date(2026, 2, 10, 9).getTime();
const HOUR = 3_600_000;
const ARTICLE = '2022/11/one';

const note = (id: string, created: number, change: Partial<Annotation> = {}): Annotation => ({
  id,
  articleKey: ARTICLE,
  target: { kind: 'words', quote: { exact: 'words', prefix: '', suffix: '' } },
  color: 'yellow',
  note: 'a note',
  tags: [],
  created,
  updated: created,
  deleted: null,
  ...change,
});
const card = (due: number, state: CardState['state'] = 'review'): CardState => ({
  due,
  stability: 3,
  difficulty: 5,
  scheduledDays: 3,
  learningSteps: 0,
  reps: 1,
  lapses: 0,
  state,
  lastReview: due - 3 * 24 * HOUR,
});
const review = (id: string, change: Partial<Review>): Review => ({
  ...itemOf(ARTICLE, { kind: 'annotation', annotationId: id }),
  card: null,
  buriedUntil: null,
  paused: false,
  ...change,
});
const material = (change: Partial<ReviewMaterial>): ReviewMaterial => ({
  annotations: [],
  reviews: [],
  choices: [],
  gradesToday: [],
  settings: { goal: 10, badge: false },
  ...change,
});
const claimIds = (key: string) => (key === ARTICLE ? ['first-claim', 'second-claim'] : []);
const ids = (given: ReviewMaterial, more = 0) =>
  queueOf(given, claimIds, NOW, more).map(({ id }) => id.replace(/^annotation:/, ''));

describe('the queue', () => {
  it('asks highlights with a note, oldest first; not those without, and not notes on claims', () => {
    const onClaim = { kind: 'claim', claimId: 'first-claim', statement: 'A statement.' } as const;
    const annotations = [note('b', 2), note('a', 1), note('c', 3, { note: ' ' }), note('d', 4, { target: onClaim })];
    expect(ids(material({ annotations }))).toEqual(['a', 'b']);
  });

  it('asks claims of those articles only for which they were switched on', () => {
    const annotations = [note('a', 1)];
    expect(ids(material({ annotations, choices: [{ articleKey: ARTICLE, notes: true, claims: true }] }))).toEqual([
      'a',
      `claim:${ARTICLE}:first-claim`,
      `claim:${ARTICLE}:second-claim`,
    ]);
    expect(ids(material({ annotations, choices: [{ articleKey: ARTICLE, notes: false, claims: false }] }))).toEqual([]);
    expect(ids(material({ choices: [{ articleKey: 'unknown', notes: true, claims: true }] }))).toEqual([]);
  });

  it('begins with what is due longest; due is all of today, tomorrow is not', () => {
    const reviews = [
      review('today', { card: card(NOW + 14 * HOUR) }),
      review('tomorrow', { card: card(NOW + 16 * HOUR) }),
      review('late', { card: card(NOW - 48 * HOUR) }),
    ];
    const annotations = ['today', 'tomorrow', 'late', 'new'].map((id, i) => note(id, i));
    expect(ids(material({ annotations, reviews }))).toEqual(['late', 'today', 'new']);
  });

  it('new items fill the goal and no more, unless asked for', () => {
    const annotations = Array.from({ length: 30 }, (_, i) => note(String(i).padStart(2, '0'), i));
    const reviews = [review('29', { card: card(NOW - HOUR) })];
    const given = material({ annotations, reviews, settings: { goal: 4, badge: false } });
    expect(ids(given)).toEqual(['29', '00', '01', '02']);
    const done = { id: 'g', itemId: 'x', grade: 3, time: NOW, before: null, after: card(NOW) } as const;
    expect(ids({ ...given, gradesToday: [done, done] })).toEqual(['29', '00']);
    expect(ids({ ...given, gradesToday: [done, done] }, 2)).toEqual(['29', '00', '01', '02']);
  });

  it('what is learned comes back at the end of the sitting, not hours early', () => {
    const annotations = ['soon', 'later', 'new'].map((id, i) => note(id, i));
    const reviews = [
      review('soon', { card: card(NOW + 600_000, 'learning') }),
      review('later', { card: card(NOW + 2 * HOUR, 'relearning') }),
    ];
    expect(ids(material({ annotations, reviews }))).toEqual(['new', 'soon']);
    const justNow = { ...card(NOW + 600_000, 'learning'), lastReview: NOW };
    expect(ids(material({ annotations, reviews: [review('soon', { card: justNow })] }))).toEqual(['later', 'new']);
  });

  it('leaves out what is paused, and what is buried until its time', () => {
    const annotations = ['paused', 'buried', 'risen'].map((id, i) => note(id, i));
    const reviews = [
      review('paused', { paused: true }),
      review('buried', { buriedUntil: NOW + 1 }),
      review('risen', { buriedUntil: NOW }),
    ];
    expect(ids(material({ annotations, reviews }))).toEqual(['risen']);
    expect(poolOf(material({ annotations, reviews }), claimIds, NOW).aside.map(({ id }) => id)).toEqual([
      'annotation:paused',
      'annotation:buried',
    ]);
  });

  it('does not ask what is no longer there', () => {
    expect(ids(material({ reviews: [review('gone', { card: card(NOW - HOUR) })] }))).toEqual([]);
  });
});
