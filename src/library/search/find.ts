import { type Annotation, wordsKept } from '../../core/annotation';
import { foldOnce, foldText, wordsOf } from '../../core/fold';
import type { Matched } from '../../ui/marked';
import type { ArticleFacts } from '../kept';
import type { Condition, Query } from './query';
import type { TextIndex } from './text-index';

/** What was found, in the order of the rows given. */
export interface Found {
  rows: readonly Annotation[];
  /** What is marked in their texts. */
  matched: Matched;
}

/**
 * Those of the rows that a search asks for; the very list when it asks for nothing.
 * @param numbers of each row, its number in the index (see numbersOf)
 */
export function find(
  rows: readonly Annotation[],
  numbers: Int32Array,
  query: Query,
  index: TextIndex,
  articles: ReadonlyMap<string, ArticleFacts>,
): Found {
  if (asksNothing(query)) return { rows, matched: NOTHING };
  const wanted = [...new Set([...query.words, ...query.phrases.flatMap(wordsOf)])];
  const matches = wanted.map((word) => index.match(word));
  const without = query.without.map((word) => index.match(word).documents);
  const tests = query.filters.map((filter) => {
    const holds = testOf(filter);
    return (row: Annotation) => holds(row, articles.get(row.articleKey)) !== filter.not;
  });
  const matched = { beginnings: wanted, near: new Set(matches.flatMap(({ near }) => near)) };
  const byWords = matches.length > 0 || without.length > 0;
  const found = rows.filter((row, i) => {
    if (byWords) {
      const number = numbers[i] ?? -1;
      for (const { documents } of matches) if (documents[number] !== 1) return false;
      for (const documents of without) if (documents[number] === 1) return false;
    }
    for (const test of tests) if (!test(row)) return false;
    return query.phrases.length === 0 || holdsAll(row, articles.get(row.articleKey), query.phrases);
  });
  return { rows: found, matched };
}

const NOTHING: Matched = { beginnings: [], near: new Set() };
const asksNothing = ({ words, without, phrases, filters }: Query): boolean =>
  words.length + without.length + phrases.length + filters.length === 0;

/** The rows' numbers in an index, looked up once for many searches. */
export const numbersOf = (rows: readonly Annotation[], index: TextIndex): Int32Array =>
  Int32Array.from(rows, ({ id }) => index.numberOf(id));

function holdsAll(row: Annotation, article: ArticleFacts | undefined, phrases: string[]): boolean {
  const texts = [wordsKept(row), row.note, article?.headline ?? '', article?.author ?? '', ...row.tags];
  const spaced = texts.map((text) => ` ${wordsOf(foldText(text)).join(' ')} `);
  return phrases.every((phrase) => spaced.some((text) => text.includes(` ${phrase}`)));
}

function testOf(condition: Condition): (row: Annotation, article: ArticleFacts | undefined) => boolean {
  const { value } = condition;
  switch (condition.field) {
    case 'tag':
      return ({ tags }) => tags.some((tag) => foldOnce(tag) === value);
    case 'color':
      return ({ color }) => color === value;
    case 'author':
      return (_, article) => foldOnce(article?.author ?? '').includes(condition.value);
    case 'in':
      return (row, article) => foldOnce(article?.headline ?? row.articleKey).includes(condition.value);
    case 'before':
      return ({ created }) => created < condition.value;
    case 'after':
      return ({ created }) => created >= condition.value;
    case 'has':
      return condition.value === 'note' ? ({ note }) => note !== '' : ({ tags }) => tags.length > 0;
    case 'is':
      return TESTS[condition.value];
  }
}

const TESTS = {
  orphan: ({ lastSeen }: Annotation) => lastSeen?.outcome === 'not found',
  edited: ({ lastSeen }: Annotation) => lastSeen?.outcome === 'edited',
  claim: ({ target }: Annotation) => target.kind === 'claim',
};
