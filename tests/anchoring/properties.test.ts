import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describe } from '../../src/anchoring/describe';
import { resolveAll } from '../../src/anchoring/resolve';
import { fromPositionSelector, toPositionSelector } from '../../src/anchoring/selectors';

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) };

const word = fc.oneof(
  fc.constantFrom('the', 'of', 'and', 'Hanoi', 'Nguyễn', 'U.S.', '20', 'đồng', '河內', 'ไทย', 'naïve', '😀', '—', '…'),
  fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
);
const page = fc.array(word, { minLength: 1, maxLength: 80 }).map((words) => words.join(' '));
/** A cut between a letter and its mark is no cut between letters. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
const cut = fc.tuple(page, fc.nat(), fc.nat());

it('on an unchanged text a Quote leads to its own characters or nowhere', () => {
  fc.assert(
    fc.property(cut, ([text, a, b]) => {
      const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number];
      const words = text.slice(start, end);
      const [outcome] = resolveAll(text, [describe(text, { start, end })]);
      if (outcome?.kind === 'missing' || !outcome) return;
      expect(plain(text.slice(outcome.span.start, outcome.span.end))).toContain(plain(words));
    }),
    RUNS,
  );
});

it('any Quote against any text gives an outcome within the text', () => {
  fc.assert(
    fc.property(page, page, page, page, (text, exact, prefix, suffix) => {
      const [outcome] = resolveAll(text, [{ exact, prefix, suffix }]);
      if (outcome?.kind === 'missing' || !outcome) return;
      expect(outcome.span.start).toBeGreaterThanOrEqual(0);
      expect(outcome.span.start).toBeLessThan(outcome.span.end);
      expect(outcome.span.end).toBeLessThanOrEqual(text.length);
    }),
    RUNS,
  );
});

it('the dress of a text changes nothing of what is found', () => {
  const prose = fc.array(
    fc.constantFrom('Hà', 'Nội', 'river', 'council', 'in', 'the', 'May', '1978', 'voted', 'đồng', 'rice'),
    { minLength: 12, maxLength: 60 },
  );
  fc.assert(
    fc.property(prose, fc.nat(), (words, at) => {
      const text = words.join(' ');
      const from = at % (words.length - 4);
      const start = words.slice(0, from).join(' ').length + (from > 0 ? 1 : 0);
      const end = start + words.slice(from, from + 4).join(' ').length;
      const quote = describe(text, { start, end });
      const dressed = text.normalize('NFD').replaceAll(' ', '\u00A0 ');
      const [plain] = resolveAll(text, [quote]);
      const [other] = resolveAll(dressed, [quote]);
      expect(other?.kind).toBe(plain?.kind);
    }),
    RUNS,
  );
});

it('positions survive the way to code points and back', () => {
  fc.assert(
    fc.property(page, fc.nat(), (text, a) => {
      const points = Array.from(text);
      const start = points.slice(0, a % points.length).join('').length;
      const span = { start, end: text.length };
      expect(fromPositionSelector(text, toPositionSelector(text, span))).toEqual(span);
    }),
    RUNS,
  );
});
