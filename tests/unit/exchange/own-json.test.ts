import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { UnwordedError } from '../../../src/core/unworded';
import { fromOwnJson, toOwnJson } from '../../../src/exchange/own-json';
import { planImport } from '../../../src/exchange/plan';
import { worded } from '../../../src/i18n/worded';
import { emptyContent } from '../../../src/store/rows';
import { annotation, anyText, contentOf, libraryWith } from './arbitrary';

// Many runs, and perhaps a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const file = (rows: unknown, more: Record<string, unknown> = {}) =>
  JSON.stringify({ format: 'counterpoint-library', version: 1, annotations: rows, ...more });

describe('our own JSON', () => {
  it('comes back byte for byte through an empty library, whatever stands in it', () => {
    fc.assert(
      fc.property(contentOf(anyText), (content) => {
        const written = toOwnJson(content);
        const { rows, refused } = fromOwnJson(written);
        expect(refused).toEqual([]);
        const { put } = planImport(emptyContent(), rows, 5);
        expect(toOwnJson(put)).toBe(written);
        expect(planImport(put, rows, 6).put).toEqual(emptyContent());
      }),
      { numRuns: 150 },
    );
  });

  it('reads no file that is not JSON, not ours, or of a newer version, and says why', () => {
    for (const text of ['', '{', 'null', '[]', '{"format":"other"}', '['.repeat(200_000)]) {
      expect(fromOwnJson(text).refused).toHaveLength(1);
    }
    const newer = fromOwnJson(JSON.stringify({ format: 'counterpoint-library', version: 2 }));
    expect(newer.refused[0]?.reason).toEqual({ key: 'refused_newer', values: { version: 2, reads: 1 } });
  });

  it('refuses tables and fields it does not know by name, and takes the rest', () => {
    const good = annotation();
    const text = file([{ ...good, rating: 5 }, good, { ...good, target: { kind: 'words', quote: { exact: 'a' } } }], {
      gossip: [],
    });
    const { rows, refused } = fromOwnJson(text);
    expect(rows.annotations).toEqual([good]);
    expect(refused.map(({ where }) => worded(where))).toEqual(['gossip', 'annotations, row 1', 'annotations, row 3']);
    expect(refused[1]).toMatchObject({ field: 'rating', reason: { key: 'refused_field' } });
  });

  it('lets nothing through to a prototype', () => {
    const row = JSON.stringify(annotation()).slice(0, -1);
    const text = `{"format":"counterpoint-library","version":1,"annotations":[${row},"__proto__":{"polluted":1}}],
      "settings":[{"name":"toolbar","value":{"__proto__":{"polluted":1}}},{"name":"__proto__","value":1}],"__proto__":[]}`;
    const { rows, refused } = fromOwnJson(text);
    expect(rows).toEqual(emptyContent());
    expect(refused).toHaveLength(4);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('refuses values that cannot be: other sites, times, ids, lengths, depths', () => {
    const wrong = [
      { articleKey: '2022/11/../../evil' },
      { articleKey: 'x' },
      { id: 'not-a-uuid' },
      { created: -1 },
      { created: 1e300 },
      { updated: '2022' },
      { color: 'red' },
      { tags: [''] },
      { note: 'x'.repeat(1_000_001) },
      { tags: Array.from({ length: 201 }, (_, i) => `t${i}`) },
    ].map((change) => ({ ...annotation(), ...change }));
    expect(fromOwnJson(file(wrong)).refused).toHaveLength(wrong.length);
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const nested = file([]).replace(/}$/, `,"settings":[{"name":"a","value":${deep}}]}`);
    expect(fromOwnJson(nested).refused[0]?.reason).toEqual({ key: 'refused_nested' });
    const moved = { key: '2022/11/one', url: 'https://evil.example/', headline: '', headlineFold: '', lastRead: 1 };
    expect(fromOwnJson(file([], { articles: [moved] })).refused).toHaveLength(1);
  });

  it('does not take the folded headline from the file', () => {
    const url = 'https://thediplomat.com/2022/11/one/';
    const row = { key: '2022/11/one', url, headline: 'One Two Three', headlineFold: 'stolen', lastRead: 1 };
    expect(fromOwnJson(file([], { articles: [row] })).rows.articles[0]?.headlineFold).toBe('onetwothree');
  });

  it('takes more rows than a call takes arguments', () => {
    const row = (i: number) => ({ ...annotation(), id: `019357a0-0000-7000-8000-${String(i).padStart(12, '0')}` });
    const many = libraryWith(...Array.from({ length: 90_000 }, (_, i) => row(i)));
    const twice = {
      ...many,
      annotations: many.annotations.concat(Array.from({ length: 90_000 }, (_, i) => row(i + 90_000))),
    };
    expect(planImport(emptyContent(), twice, 1).count.new).toBe(180_000);
  });

  it('never writes what JSON would lose', () => {
    const content = { ...libraryWith(), settings: [{ name: 'when', value: new Date(0) }] };
    expect(() => toOwnJson(content)).toThrow(UnwordedError);
  });

  it('reads and plans 10,000 rows, half of them kept already', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) =>
      annotation({
        id: `019357a0-0000-7000-8000-${String(i).padStart(12, '0')}`,
        articleKey: `2022/11/article-${i % 40}`,
        exact: `some words that were marked, number ${i}`,
        note: 'A note. '.repeat(i % 20),
      }),
    );
    const text = toOwnJson(libraryWith(...rows));
    const read = fromOwnJson(text);
    const plan = planImport(libraryWith(...rows.slice(0, 5000)), read.rows, 1);
    expect(plan.count).toEqual({ new: 5000, changed: 0, same: 5000 });
  });
});
