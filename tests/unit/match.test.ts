import { describe, expect, it } from 'vitest';
import { describe as describeSpan } from '../../src/anchoring/describe';
import { findAll } from '../../src/anchoring/match';
import type { Excerpt, Quote } from '../../src/core/quote';
import { sentence } from '../pages/prose';

const TEXT = Array.from({ length: 12 }, (_, i) => sentence(i)).join(' ');
const found = (text: string, wanted: Quote | Excerpt): string | null => {
  const [span] = findAll(text, [wanted]);
  return span ? text.slice(span.start, span.end) : null;
};
const quoteOf = (text: string, words: string, from = 0): Quote => {
  const start = text.indexOf(words, from);
  return describeSpan(text, { start, end: start + words.length });
};

describe('a quote', () => {
  it('is found at exactly its words, partial words too', () => {
    for (const words of ['two ledgers, one for the ships', 'edgers, one for the ships that com', 'pilot']) {
      expect(found(TEXT, quoteOf(TEXT, words))).toBe(words);
    }
  });

  const dressed: [string, (text: string) => string][] = [
    ['straight quotation marks', (text) => text.replace(/[’‘]/g, "'").replace(/[“”]/g, '"')],
    ['no-break and thin spaces', (text) => text.replace(/ /g, (_, at: number) => (at % 2 ? '\u00a0' : '\u2009'))],
    ['line breaks in the source', (text) => text.replace(/ /g, '\n      ')],
    ['soft hyphens', (text) => text.replace(/([a-z]{3})([a-z]{3})/g, '$1\u00ad$2')],
    ['zero-width characters', (text) => text.replace(/e/g, 'e\u200b')],
    ['decomposed letters', (text) => text.normalize('NFD')],
  ];
  it.each(dressed)('is found in other dress: %s', (_, dress) => {
    const text = `${TEXT} Nguyễn Phú Trọng’s “visit” to Đà Nẵng — a “first”… was noted. ${sentence(13)}`;
    for (const words of [
      'Nguyễn Phú Trọng’s “visit” to Đà Nẵng',
      'captain’s daughter sings',
      'turned the color of tea',
    ]) {
      const page = dress(text);
      const plain = (some: string | null) => some?.replace(/\s+/g, ' ');
      expect(plain(found(page, quoteOf(text, words)))).toBe(plain(dress(words).replace(/\u200b$/, '')));
    }
  });

  it('case is its own: other case is other words', () => {
    expect(
      found(
        'The march of the fleet was long and slow.',
        quoteOf('The March of the fleet was long and slow.', 'March of the fleet was long and slow'),
      ),
    ).toBeNull();
  });

  it('context chooses among repetitions', () => {
    const text = `One day the tide came in over the wall. ${TEXT} Another day the tide came in over the wall, twice.`;
    const second = text.lastIndexOf('the tide came in');
    const [span] = findAll(text, [quoteOf(text, 'the tide came in', second)]);
    expect(span?.start).toBe(second);
  });

  it('is not found where its words are gone, or where nothing tells its place from another', () => {
    expect(
      found(TEXT.replace('two ledgers', 'three ledgers'), quoteOf(TEXT, 'keeps two ledgers, one for the ships')),
    ).toBeNull();
    const twice = 'the tide came in and the tide came in and the tide came in and the tide came in';
    expect(found(twice, { exact: 'the tide came in', prefix: '', suffix: '' })).toBeNull();
  });

  it('a few words are not taken from a place where nothing around them is known', () => {
    const quote = quoteOf('We met at the pier of the old harbor in the rain.', 'the old harbor');
    expect(found('Somebody else wrote a song on the old harbor once.', quote)).toBeNull();
  });
});

describe('an excerpt', () => {
  const excerpt: Excerpt = {
    prefix: 'is gone before',
    start: 'the bakery opens',
    end: 'as if the tide had asked for him.',
    suffix: '',
  };
  it('is the passage from its first to its last words', () => {
    expect(found(TEXT, excerpt)).toMatch(/^the bakery opens, .* asked for him\.$/);
  });
  it('may be short, with first and last words partly the same', () => {
    const text = 'Ships depend on the wind for speed and on the tide for safety, always.';
    expect(
      found(text, {
        prefix: '',
        start: 'Ships depend on the wind for',
        end: 'wind for speed and on the tide',
        suffix: '',
      }),
    ).toBe('Ships depend on the wind for speed and on the tide');
  });
  it('is not found without its end, nor when the end is far away', () => {
    expect(found(TEXT.replace('as if the tide had asked for him', ''), excerpt)).toBeNull();
    const far = TEXT.replace('as if the tide', `${sentence(3).repeat(60)} as if the tide`);
    expect(found(far, excerpt)).toBeNull();
  });
});
