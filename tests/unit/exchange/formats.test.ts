import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fromHypothesisJson, toHypothesisJson } from '../../../src/exchange/hypothesis-json';
import { fromReadwiseCsv, toReadwiseCsv } from '../../../src/exchange/readwise-csv';
import { fromW3cJson, toW3cJson } from '../../../src/exchange/w3c-json';
import { annotation, byId, contentOf, goodText, libraryWith } from './arbitrary';

// Many runs, and perhaps a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const NOW = 5e12;
const standing = (rows: ReturnType<typeof annotation>[]) => byId(rows.filter(({ deleted }) => deleted === null));

describe('formats of other programs, there and back', () => {
  it('W3C annotations keep every field of what stands', () => {
    fc.assert(
      fc.property(contentOf(goodText), (content) => {
        const { rows, refused } = fromW3cJson(toW3cJson(content), NOW);
        expect(refused).toEqual([]);
        expect(byId(rows.annotations)).toEqual(standing(content.annotations));
      }),
      { numRuns: 100 },
    );
  });

  it('Hypothesis keeps every field of what stands', () => {
    fc.assert(
      fc.property(contentOf(goodText), (content) => {
        const { rows, refused } = fromHypothesisJson(toHypothesisJson(content, NOW), NOW);
        expect(refused).toEqual([]);
        expect(byId(rows.annotations)).toEqual(standing(content.annotations));
      }),
      { numRuns: 100 },
    );
  });

  it('Readwise CSV keeps words, note, color, tags and date', () => {
    fc.assert(
      fc.property(contentOf(goodText), (content) => {
        const csv = toReadwiseCsv(content, () => '');
        const { rows, refused } = fromReadwiseCsv(csv, [], NOW);
        expect(refused).toEqual([]);
        const facts = (row: ReturnType<typeof annotation>) =>
          JSON.stringify([
            row.articleKey,
            row.target.kind === 'words' ? row.target.quote.exact : row.target.statement,
            row.note,
            row.color,
            row.tags,
            row.created,
          ]);
        expect(rows.annotations.map(facts).sort()).toEqual(standing(content.annotations).map(facts).sort());
      }),
      { numRuns: 200 },
    );
  });

  it('no cell of the CSV is a formula', () => {
    const csv = toReadwiseCsv(libraryWith(annotation({ note: '=1+1', exact: '@SUM(A1)', tags: ['-x'] })), () => '+a');
    for (const cell of csv.split('\r\n')[1]?.split(',') ?? []) expect(cell).not.toMatch(/^"?[=+\-@]/);
  });
});

describe('hostile files', () => {
  it('any text at all is read or refused, never thrown at the reader', () => {
    const texts = fc.oneof(
      goodText,
      fc.json(),
      fc.json().map((json) => `{"type":"Annotation","target":${json}}`),
      fc.json().map((json) => `{"annotations":[${json},{"target":${json},"uri":${json}}]}`),
      goodText.map((text) => `Highlight,URL\n${text}`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const read of [fromW3cJson, fromHypothesisJson]) read(text, NOW);
        fromReadwiseCsv(text, [], NOW);
      }),
      { numRuns: 300 },
    );
  });
});
