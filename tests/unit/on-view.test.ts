import { expect, it } from 'vitest';
import type { Mark } from '../../src/content-script/mark';
import { nextTo } from '../../src/content-script/on-view';

const mark = (id: string, start: number): Mark =>
  ({ kind: 'claim', claim: { id }, number: 1, wanted: null, place: 'found', span: { start, end: start + 5 } }) as Mark;

const [a, b, c] = [mark('a', 10), mark('b', 30), mark('c', 50)];
const all = [a, b, c] as Mark[];

it('goes round in a circle, and from nowhere begins at an end', () => {
  expect(nextTo(a as Mark, all, 1)).toBe(b);
  expect(nextTo(c as Mark, all, 1)).toBe(a);
  expect(nextTo(a as Mark, all, -1)).toBe(c);
  expect(nextTo(null, all, 1)).toBe(a);
  expect(nextTo(null, all, -1)).toBe(c);
  expect(nextTo(null, [], 1)).toBeNull();
});

it('goes on from a mark of another kind to the nearest in that direction', () => {
  expect(nextTo(mark('x', 35), all, 1)).toBe(c);
  expect(nextTo(mark('x', 35), all, -1)).toBe(b);
  expect(nextTo(mark('x', 60), all, 1)).toBe(a);
});
