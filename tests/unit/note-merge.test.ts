import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeNotes } from '../../src/core/note-merge';

describe('two edits of one note', () => {
  it.each([
    ['one side changed nothing', 'a b', 'a b', 'a c', 'a c'],
    ['the other side changed nothing', 'a b', 'a c', 'a b', 'a c'],
    ['both changed the same', 'a b', 'a c', 'a c', 'a c'],
    [
      'at the beginning and at the end',
      'The harbor.',
      'The old harbor.',
      'The harbor. It froze.',
      'The old harbor. It froze.',
    ],
    ['the other way round', 'The harbor.', 'The harbor. It froze.', 'The old harbor.', 'The old harbor. It froze.'],
    ['one typed on', 'The', 'The harbor', 'The harbor froze', 'The harbor froze'],
    ['both rewrote it', 'The harbor.', 'A quay.', 'No pier.', 'A quay.\n\nNo pier.'],
    ['one deleted what the other changed', 'Kept. Gone.', 'Kept.', 'Kept. Gone for good.', 'Kept. Gone for good.'],
    ['both began an empty note', '', 'One.', 'Two.', 'One.\n\nTwo.'],
  ])('%s', (_, base, theirs, mine, joined) => {
    expect(mergeNotes(base, theirs, mine)).toBe(joined);
  });

  const word = fc.stringMatching(/^[a-z]{1,6}$/);
  it('keep every word that either side wrote', () => {
    fc.assert(
      fc.property(fc.array(word), fc.array(word), fc.nat(), fc.array(word), fc.nat(), (base, put, at, more, where) => {
        const insert = (list: string[], place: number) => (words: string[]) => {
          const i = place % (words.length + 1);
          return [...words.slice(0, i), ...list, ...words.slice(i)];
        };
        // Capitals, so that what was written is told from what stood there.
        const theirs = insert(
          put.map((one) => `T${one}`),
          at,
        )(base).join(' ');
        const mine = insert(
          more.map((one) => `M${one}`),
          where,
        )(base).join(' ');
        const joined = mergeNotes(base.join(' '), theirs, mine);
        for (const one of put) expect(joined).toContain(`T${one}`);
        for (const one of more) expect(joined).toContain(`M${one}`);
      }),
    );
  });

  it('never cut a character in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (...texts) => {
          expect(mergeNotes(...texts)).not.toMatch(/\p{Surrogate}/u);
        },
      ),
    );
  });
});
