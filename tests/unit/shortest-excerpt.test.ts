import { describe, expect, it } from 'vitest';
import { resolveAll } from '../../src/anchoring/resolve';
import { shortestExcerpt, wholeWords } from '../../src/anchoring/shortest-excerpt';
import { firstArticle } from '../pages/article';

const text = firstArticle.paragraphs.join('\n');

describe('the excerpt of words that a hand has selected', () => {
  it('is of whole words, without the space around them', () => {
    expect(wholeWords('The old harbor, at night.', { start: 5, end: 12 })).toEqual({ start: 4, end: 15 });
    expect(wholeWords('The old harbor, at night.', { start: 3, end: 8 })).toEqual({ start: 4, end: 7 });
    expect(wholeWords('The old\uFFFCharbor', { start: 5, end: 8 })).toEqual({ start: 4, end: 7 });
  });

  it.each([
    [0, 40],
    [1, 41],
    [7, 63],
    [12, 200],
  ])('leads back to them from every paragraph: characters %i to %i', (from, to) => {
    const starts = firstArticle.paragraphs.map(
      (_, i) => firstArticle.paragraphs.slice(0, i).join('\n').length + (i && 1),
    );
    const lost = starts.filter((start, i) => {
      const length = firstArticle.paragraphs[i]?.length ?? 0;
      const span = wholeWords(text, { start: start + from, end: start + Math.min(to, length) });
      const excerpt = shortestExcerpt(text, span);
      const [outcome] = excerpt ? resolveAll(text, [excerpt]) : [];
      // Where words stand twice nobody can tell them apart, and the reader is told so; other words it never is.
      if (outcome?.kind === 'found') expect(outcome.span).toEqual(span);
      return !excerpt;
    });
    expect(lost.length).toBeLessThan(starts.length / 4);
  });
});
