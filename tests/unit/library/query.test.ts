import { describe, expect, it } from 'vitest';
import { parseQuery, withFilter, withoutFilter } from '../../../src/library/search/query';

const conditions = (typed: string) => parseQuery(typed).filters.map(({ typed: _, ...rest }) => rest);

describe('the search language', () => {
  it('reads words, phrases, filters and exclusions', () => {
    const query = parseQuery('Nguyễn "two words" tag:asean -tag:done color:blue author:"Khang Vu" has:note -draft');
    expect(query.words).toEqual(['nguyen']);
    expect(query.phrases).toEqual(['two words']);
    expect(query.without).toEqual(['draft']);
    expect(query.problems).toEqual([]);
    expect(query.filters.map(({ typed: _, ...rest }) => rest)).toEqual([
      { field: 'tag', value: 'asean', not: false },
      { field: 'tag', value: 'done', not: true },
      { field: 'color', value: 'blue', not: false },
      { field: 'author', value: 'khang vu', not: false },
      { field: 'has', value: 'note', not: false },
    ]);
  });

  it('reads dates as the first moment of the day, month or year in the reader’s time zone', () => {
    expect(conditions('before:2025-07 after:2024')).toEqual([
      { field: 'before', value: new Date(2025, 6, 1).getTime(), not: false },
      { field: 'after', value: new Date(2024, 0, 1).getTime(), not: false },
    ]);
    expect(parseQuery('before:2025-13').problems).toEqual(['“2025-13” is no date. Write 2025, 2025-07 or 2025-07-16.']);
  });

  it('knows other names of a field', () => {
    expect(conditions('colour:pink headline:"Reefs"')).toEqual([
      { field: 'color', value: 'pink', not: false },
      { field: 'in', value: 'reefs', not: false },
    ]);
  });

  it('says what it does not understand, and searches it as words', () => {
    const query = parseQuery('tags:asean color:orange is:lost since');
    expect(query.words).toEqual(['tags', 'asean', 'since']);
    expect(query.problems).toEqual([
      '“tags:” is no field, so it is searched as words. Did you mean “tag:”?',
      'There is no color “orange”. Colors: yellow, green, blue, pink, purple.',
      '“is:” knows orphan, edited, claim; not “lost”.',
    ]);
  });

  it('takes half-typed searches: an open quotation mark, a field without a value, an address', () => {
    expect(parseQuery('"half a phr').phrases).toEqual(['half a phr']);
    expect(parseQuery('tag:').problems).toHaveLength(1);
    expect(parseQuery('tag:').words).toEqual([]);
    expect(parseQuery('https://thediplomat.com').problems).toEqual([]);
    expect(parseQuery('  -  "" : ').words).toEqual([]);
  });

  it('adds and takes away a filter', () => {
    const typed = withFilter('reefs', 'tag', 'south china sea');
    expect(typed).toBe('tag:"south china sea" reefs');
    expect(withFilter(typed, 'tag', 'south china sea')).toBe(typed);
    const [filter] = parseQuery(typed).filters;
    expect(filter && withoutFilter(typed, filter)).toBe('reefs');
  });
});
