import { isArticleKey } from '../../core/address';
import type { Annotation } from '../../core/annotation';
import { dayStart } from '../../core/day';
import { type Key, locale, t } from '../../i18n/messages';
import { dayInWords } from '../../ui/dates';
import type { ArticleFacts } from '../kept';

/** The orders the reader can choose, with their names. */
export const SORTS = {
  newest: 'library_sort_newest',
  oldest: 'library_sort_oldest',
  article: 'library_sort_article',
  reading: 'library_sort_reading',
} as const satisfies Record<string, Key>;
export type Sort = keyof typeof SORTS;

/** The groupings the reader can choose, with their names. */
export const GROUPS = {
  article: 'library_group_article',
  tag: 'library_group_tag',
  day: 'library_group_day',
  none: 'library_group_none',
} as const satisfies Record<string, Key>;
export type Grouping = keyof typeof GROUPS;

/** One line of the list: a heading, or an annotation; a tag's groups can hold the same one twice, so each has a key. */
export type Item =
  | { kind: 'heading'; key: string; name: string; count: number }
  | { kind: 'entry'; key: string; annotation: Annotation; nth: number };

type Articles = ReadonlyMap<string, ArticleFacts>;

/** The rows in an order, as a new list. */
export function sortRows(rows: Iterable<Annotation>, sort: Sort, articles: Articles): Annotation[] {
  const list = [...rows];
  const headline = (row: Annotation) => articles.get(row.articleKey)?.headline || row.articleKey;
  const newest = (a: Annotation, b: Annotation) => b.created - a.created || (a.id < b.id ? 1 : -1);
  switch (sort) {
    case 'newest':
      return list.sort(newest);
    case 'oldest':
      return list.sort((a, b) => newest(b, a));
    case 'article': {
      const { compare } = new Intl.Collator('en', { ignorePunctuation: true });
      return list.sort((a, b) =>
        a.articleKey === b.articleKey ? newest(b, a) : compare(headline(a), headline(b)) || newest(b, a),
      );
    }
    case 'reading': {
      // What was never seen on its page has no place in it yet; it was made in reading order more often than not.
      const place = ({ lastSeen }: Annotation) => lastSeen?.start ?? 2;
      const read = (row: Annotation) => articles.get(row.articleKey)?.lastRead ?? 0;
      return list.sort((a, b) =>
        a.articleKey === b.articleKey
          ? place(a) - place(b) || newest(b, a)
          : read(b) - read(a) || (a.articleKey < b.articleKey ? -1 : 1),
      );
    }
  }
}

/** Sorted rows under their headings; groups stand in the order of their first row. */
export function arrange(rows: readonly Annotation[], grouping: Grouping): Item[] {
  if (grouping === 'none') return rows.map((annotation, i) => entryOf(annotation, '', i + 1));
  const groups = new Map<string, Annotation[]>();
  const put = (row: Annotation, name: string) => {
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  };
  for (const row of rows) {
    if (grouping === 'article') put(row, row.articleKey);
    else if (grouping === 'day') put(row, dayOf(row));
    else if (row.tags.length === 0) put(row, '');
    else for (const tag of row.tags) put(row, tag);
  }
  const items: Item[] = [];
  let nth = 0;
  for (const [name, group] of groups) {
    items.push({ kind: 'heading', key: `heading ${name}`, name, count: group.length });
    for (const annotation of group) items.push(entryOf(annotation, grouping === 'tag' ? name : '', ++nth));
  }
  return items;
}

const entryOf = (annotation: Annotation, within: string, nth: number): Item => ({
  kind: 'entry',
  key: within === '' ? annotation.id : `${annotation.id} ${within}`,
  annotation,
  nth,
});

/** The day on which it was made, by its first moment. */
const dayOf = ({ created }: Annotation): string => String(dayStart(created));

/** What a group's heading says, and what stands at its end. Worked out for those on view: a search makes hundreds. */
export function titleOf(name: string, grouping: Grouping, articles: Articles): { title: string; aside: string } {
  if (grouping === 'article')
    return {
      title: articles.get(name)?.headline || name,
      aside: isArticleKey(name) ? monthOf(name) : new URL(name).hostname,
    };
  if (grouping === 'tag') return { title: name === '' ? t('library_untagged') : `#${name}`, aside: '' };
  return { title: dayInWords(Number(name)), aside: '' };
}

/** Made once for a locale: to make one takes as long as a hundred uses. */
let monthly = { locale: '', format: new Intl.DateTimeFormat() };

/** The month an article's key names: `2022/11/slug` is of Nov 2022. */
function monthOf(articleKey: string): string {
  const [year, month] = articleKey.split('/').map(Number);
  if (!year || !month) return '';
  if (monthly.locale !== locale()) {
    const format = new Intl.DateTimeFormat(locale(), { year: 'numeric', month: 'short', timeZone: 'UTC' });
    monthly = { locale: locale(), format };
  }
  return monthly.format.format(Date.UTC(year, month - 1));
}
