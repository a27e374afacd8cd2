import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planImport } from '../../../src/exchange/plan';
import { readFile } from '../../../src/exchange/read-file';
import { worded } from '../../../src/i18n/worded';
import { emptyContent } from '../../../src/store/rows';

const KEY = '2025/07/made-up-article';
const URL = `https://thediplomat.com/${KEY}/`;
const KNOWN = [{ url: URL, headline: 'A Made-Up Article on Hedging' }];
const NOW = Date.UTC(2026, 0, 1);
const fixture = (name: string) => readFile(readFileSync(`tests/fixtures/exchange/${name}`), KNOWN, NOW);

describe('files of other programs', () => {
  it('Hypothesis: annotations come in with id, words, note, tags; replies and page notes do not', () => {
    const { format, rows, refused } = fixture('hypothesis-export.json');
    expect(format).toBe('Hypothesis');
    expect(rows.annotations).toEqual([
      {
        id: '019357a0-0000-7000-8000-000000000001',
        articleKey: KEY,
        target: {
          kind: 'words',
          quote: { exact: 'a sentence we made up', prefix: 'Here stands ', suffix: ', and more.' },
        },
        color: 'yellow',
        note: 'Compare **chapter 5**.',
        tags: ['hedging', 'asean'],
        created: Date.UTC(2025, 6, 20, 8, 30, 0, 123),
        updated: Date.UTC(2025, 6, 21, 8, 30, 0, 123),
        deleted: null,
      },
      expect.objectContaining({ articleKey: 'https://example.org/elsewhere' }),
    ]);
    expect(rows.articles).toMatchObject([
      { key: KEY, url: URL, headline: 'A Made-Up Article on Hedging' },
      { key: 'https://example.org/elsewhere', url: 'https://example.org/elsewhere', headlineFold: '' },
    ]);
    expect(refused.map(({ where, reason }) => `${worded(where)} ${worded(reason)}`)).toEqual([
      'annotation 2 is a reply',
      'annotation 3 is a note on the page: it stands on no words',
      'annotation 5 is not on an article of The Diplomat, nor on a page of another site',
    ]);
  });

  it('Readwise, as it imports: line breaks in cells, guarded formulas, rows of other books refused by number', () => {
    const { format, rows, refused } = fixture('readwise-import.csv');
    expect(format).toBe('Readwise CSV');
    expect(rows.annotations).toMatchObject([
      {
        articleKey: KEY,
        note: '=not a formula',
        target: { quote: { exact: 'a sentence, with "quotes" and a line break' } },
      },
    ]);
    expect(refused.map(({ where }) => worded(where))).toEqual(['row 3']);
  });

  it('Readwise, as it exports: articles known by their headline', () => {
    const { rows, refused } = fixture('readwise-export.csv');
    expect(rows.annotations).toMatchObject([
      {
        articleKey: KEY,
        color: 'blue',
        note: 'my note',
        tags: ['hedging', 'asean'],
        created: Date.UTC(2025, 6, 20, 8, 30),
      },
    ]);
    expect(refused).toHaveLength(1);
  });

  it('W3C: one or many of everything; HTML stays text', () => {
    const { format, rows, refused } = fixture('w3c-page.jsonld');
    expect(format).toBe('W3C Web Annotation');
    expect(rows.annotations).toMatchObject([
      {
        articleKey: KEY,
        note: "<p>j'adore !</p>",
        target: { quote: { exact: 'a sentence' } },
        created: Date.UTC(2025, 6, 20, 8, 30),
      },
      { articleKey: KEY, note: 'A plain comment', target: { quote: { exact: 'made up' } }, created: NOW },
    ]);
    expect(refused).toEqual([
      { where: { key: 'exchange_at_annotation', values: { number: 3 } }, reason: { key: 'refused_no_selector' } },
    ]);
  });

  it.each(['hypothesis-export.json', 'readwise-export.csv', 'w3c-page.jsonld'])('%s twice is the same once', (name) => {
    const { put } = planImport(emptyContent(), fixture(name).rows, NOW);
    const again = readFile(readFileSync(`tests/fixtures/exchange/${name}`), KNOWN, NOW + 1000);
    expect(planImport(put, again.rows, NOW + 1000)).toMatchObject({ count: { new: 0, changed: 0 }, entries: [] });
  });

  it('what is none of these is refused with a reason', () => {
    const reason = (bytes: Uint8Array) =>
      readFile(bytes, [], NOW)
        .refused.map((one) => worded(one.reason))
        .join();
    expect(reason(new Uint8Array([0xff, 0xfe, 0x41]))).toBe('is not text in UTF-8');
    expect(reason(new TextEncoder().encode('{"a": 1}'))).toBe('is of no format that Counterpoint reads');
    expect(reason(new TextEncoder().encode('{"a": '))).toBe('is not JSON, or was cut off');
    expect(reason(new TextEncoder().encode(''))).toBe('has no column “Highlight”');
  });
});
