import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsBetween } from '../../../src/sync/text-edits';
import { goodText } from '../exchange/arbitrary';

const applied = (text: string, other: string): string =>
  editsBetween(text, other).reduce(
    (made, { at, remove, insert }) => made.slice(0, at) + insert + made.slice(at + remove),
    text,
  );

describe('the edits between two texts', () => {
  it('make the one of the other', () => {
    const check = (a: string, b: string) => {
      expect(applied(a, b)).toBe(b);
    };
    fc.assert(fc.property(goodText, goodText, check));
    const words = fc.array(fc.constantFrom('one', 'two', ' ', '\n', 'đảo', '👩‍👩‍👧', '黄岩岛'), { maxLength: 30 });
    fc.assert(fc.property(words, words, (a, b) => check(a.join(''), b.join(''))));
  });

  it('touch only the words that differ, whole', () => {
    expect(editsBetween('The big colour of it', 'A big colors of it')).toEqual([
      { at: 8, remove: 6, insert: 'colors' },
      { at: 0, remove: 3, insert: 'A' },
    ]);
  });

  it('are found fast between long texts', () => {
    const long = (word: string) => Array.from({ length: 100_000 }, (_, i) => `${word}${i}`).join(' ');
    const start = performance.now();
    expect(applied(long('a'), long('b'))).toBe(long('b'));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
