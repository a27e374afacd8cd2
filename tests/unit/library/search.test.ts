import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLibrary } from '../../../scripts/bench/rows';
import { type Annotation, wordsKept } from '../../../src/core/annotation';
import { foldText, wordsOf } from '../../../src/core/fold';
import type { ArticleFacts } from '../../../src/library/kept';
import { arrange, sortRows, titleOf } from '../../../src/library/search/arrange';
import { find, numbersOf } from '../../../src/library/search/find';
import { isNear, lettersOf, mayBeNear } from '../../../src/library/search/near';
import { readShown, writeShown } from '../../../src/library/search/place';
import { parseQuery } from '../../../src/library/search/query';
import { TextIndex } from '../../../src/library/search/text-index';

const row = (id: string, exact: string, more: Partial<Annotation> = {}): Annotation => ({
  id,
  articleKey: '2025/07/reefs',
  target: { kind: 'words', quote: { exact, prefix: '', suffix: '' } },
  color: 'yellow',
  note: '',
  tags: [],
  created: 0,
  updated: 0,
  deleted: null,
  ...more,
});
const facts = (headline: string, author = ''): ArticleFacts => ({
  headline,
  author,
  lastRead: 0,
});
const articles = new Map([
  ['2025/07/reefs', facts('On Tariffs and Reefs', 'Khang Vu')],
  ['2022/11/states', facts('A Small State')],
]);

function search(rows: Annotation[], typed: string): string[] {
  const index = new TextIndex();
  for (const one of rows) {
    const { headline = '', author = '' } = articles.get(one.articleKey) ?? {};
    index.put(one.id, [wordsKept(one), one.note, ...one.tags], [headline, author]);
  }
  return find(rows, numbersOf(rows, index), parseQuery(typed), index, articles).rows.map(({ id }) => id);
}

describe('searching the library', () => {
  const rows = [
    row('viet', 'as Nguyễn told the delegates in Đà Nẵng', { tags: ['ASEAN'], color: 'blue' }),
    row('note', 'a count of visits', { note: 'Check *chapter* five', created: new Date(2025, 7, 1).getTime() }),
    row('lost', 'patience of the neighbor', {
      articleKey: '2022/11/states',
      lastSeen: { at: 1, outcome: 'not found' },
    }),
  ];

  it.each([
    ['nguyen', ['viet']],
    ['da nang', ['viet']],
    ['NGUYỄN', ['viet']],
    ['dele', ['viet']],
    ['delegatse', ['viet']],
    ['asean', ['viet']],
    ['chapter', ['note']],
    ['khang', ['viet', 'note']],
    ['"told the delegates"', ['viet']],
    ['"the told delegates"', []],
    ['tag:asean', ['viet']],
    ['-tag:asean', ['note', 'lost']],
    ['-visits', ['viet', 'lost']],
    ['color:blue', ['viet']],
    ['has:note', ['note']],
    ['is:orphan', ['lost']],
    ['author:"khang vu"', ['viet', 'note']],
    ['in:"small state"', ['lost']],
    ['after:2025-08 before:2025-09', ['note']],
    ['reefs visits', ['note']],
    ['reefs nowhere', []],
  ])('%s', (typed, ids) => expect(search(rows, typed)).toEqual(ids));

  it('finds an annotation by its new text after a change, and no longer by the old', () => {
    const index = new TextIndex();
    index.put('a', ['old words']);
    index.put('a', ['new words']);
    const list = [row('a', 'new words')];
    const ids = (typed: string) => find(list, numbersOf(list, index), parseQuery(typed), index, articles).rows.length;
    expect([ids('old'), ids('new')]).toEqual([0, 1]);
  });

  it('finds every annotation by the beginning of every word in it', () => {
    const made = makeLibrary(60).annotations;
    fc.assert(
      fc.property(fc.nat(made.length - 1), fc.nat(), fc.integer({ min: 1, max: 12 }), (at, nth, length) => {
        const wanted = made[at] as Annotation;
        const words = wordsOf(foldText(wordsKept(wanted)));
        expect(search(made, words[nth % words.length]?.slice(0, length) ?? '')).toContain(wanted.id);
      }),
      { numRuns: 100 },
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => void search(rows, typed)),
      { numRuns: 200 },
    );
  });

  it('knows slips', () => {
    expect([isNear('nguyen', 'nguyne', 1), isNear('abcd', 'abxcd', 1), isNear('abcd', 'abc', 1)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([isNear('abcd', 'dcba', 1), isNear('abcd', 'ab', 1)]).toEqual([false, false]);
  });

  it('gives no word up for its letters that is near', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdeđ1ệ'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.constantFrom(1, 2), (a, b, slips) => {
        if (isNear(a, b, slips)) expect(mayBeNear(lettersOf(a), lettersOf(b), slips)).toBe(true);
      }),
      { numRuns: 5000 },
    );
    expect(mayBeNear(lettersOf('tariff'), lettersOf('policy'), 2)).toBe(false);
  });
});

describe('arranging', () => {
  const at = (id: string, created: number, start?: number, articleKey = '2025/07/reefs') =>
    row(id, id, {
      created,
      articleKey,
      ...(start === undefined ? {} : { lastSeen: { at: 1, outcome: 'found' as const, start } }),
    });
  const rows = [at('a', 1, 0.9), at('b', 2, 0.1), at('c', 3), at('d', 4, 0.5, '2022/11/states')];
  const ids = (sort: Parameters<typeof sortRows>[1]) => sortRows(rows, sort, articles).map(({ id }) => id);

  it('sorts by time, headline and place in the text', () => {
    expect(ids('newest')).toEqual(['d', 'c', 'b', 'a']);
    expect(ids('oldest')).toEqual(['a', 'b', 'c', 'd']);
    expect(ids('article')).toEqual(['d', 'a', 'b', 'c']);
    expect(ids('reading').filter((id) => id !== 'd')).toEqual(['b', 'a', 'c']);
  });

  it('groups in the order of the first of each group, an annotation under each of its tags', () => {
    const tagged = [row('a', '', { tags: ['x', 'y'] }), row('b', '', { tags: ['y'] }), row('c', '')];
    const items = arrange(tagged, 'tag').map((item) =>
      item.kind === 'heading' ? titleOf(item.name, 'tag', articles).title : item.annotation.id,
    );
    expect(items).toEqual(['#x', 'a', '#y', 'a', 'b', 'Without a tag', 'c']);
    const keys = arrange(tagged, 'tag').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

it('the address keeps what is shown', () => {
  const shown = { view: 'bin', typed: 'tag:"a b" ä&?', sort: 'reading', grouping: 'day' } as const;
  expect(readShown(writeShown(shown))).toEqual(shown);
  expect(writeShown(readShown(''))).toBe('');
  expect(readShown('?sort=toString&group=nothing')).toEqual(readShown(''));
});
