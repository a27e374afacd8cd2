import { describe, expect, it } from 'vitest';
import type { CardState, Grade } from '../../../src/core/review';
import { afterEachGrade, afterGrade } from '../../../src/library/review/schedule';

const DAY = 86_400_000;
const NOW = new Date(2026, 2, 10, 9).getTime();

/** Grades given one after the other, each when the item is due. */
function graded(grades: Grade[]): CardState[] {
  const cards: CardState[] = [];
  for (const grade of grades) {
    const before = cards.at(-1) ?? null;
    cards.push(afterGrade(before, grade, before?.due ?? NOW));
  }
  return cards;
}

describe('scheduling', () => {
  it('the same grades at the same times give the same dates', () => {
    expect(graded([3, 3, 1, 2, 4, 3])).toEqual(graded([3, 3, 1, 2, 4, 3]));
  });

  it('a card that went through storage as JSON is scheduled as if it had not', () => {
    const [first, second] = graded([3, 3]);
    expect(afterGrade(JSON.parse(JSON.stringify(first)), 3, first?.due ?? 0)).toEqual(second);
  });

  it('what is recalled waits longer each time', () => {
    const waits = graded([3, 3, 3, 3, 3]).map(({ due, lastReview }) => due - lastReview);
    expect(waits.every((wait, i) => wait > (waits[i - 1] ?? 0))).toBe(true);
    expect(waits[0]).toBeGreaterThanOrEqual(DAY);
  });

  it('what is not recalled comes back in ten minutes, and then in fewer days than before', () => {
    const [, , long, again, good] = graded([3, 3, 3, 1, 3]);
    expect((again?.due ?? 0) - (again?.lastReview ?? 0)).toBe(10 * 60_000);
    expect(again).toMatchObject({ state: 'relearning', lapses: 1 });
    expect(good?.state).toBe('review');
    expect((good?.due ?? 0) - (good?.lastReview ?? 0)).toBeLessThan((long?.due ?? 0) - (long?.lastReview ?? 0));
  });

  it('a better grade never comes back sooner', () => {
    for (const card of [null, ...graded([3, 3, 1, 3])]) {
      const dues = afterEachGrade(card, card?.due ?? NOW).map(({ next }) => next.due);
      expect(dues).toEqual([...dues].sort((a, b) => a - b));
    }
  });

  it('holds only plain numbers and words, and no time before the review', () => {
    for (const card of graded([1, 2, 3, 4])) {
      expect(JSON.parse(JSON.stringify(card))).toEqual(card);
      expect(card.due).toBeGreaterThan(card.lastReview);
    }
  });
});
