import { COLORS, type Color } from '../../core/annotation';
import { foldText, wordsOf } from '../../core/fold';
import { t } from '../../i18n/messages';

/** What a filter asks of an annotation. */
export type Condition =
  | { field: 'tag' | 'author' | 'in'; value: string }
  | { field: 'color'; value: Color }
  | { field: 'is'; value: (typeof STATES)[number] }
  | { field: 'has'; value: (typeof PARTS)[number] }
  /** Milliseconds since 1970: the first moment of the day, month or year named, in the reader's time zone. */
  | { field: 'before' | 'after'; value: number };

/** A filter as it was typed, and what it means. */
export type Filter = Condition & { not: boolean; typed: string };

/** A search as it was understood. */
export interface Query {
  /** Folded words that have to stand somewhere in an annotation, in any order. */
  words: string[];
  /** Folded words that must not. */
  without: string[];
  /** Folded word sequences that have to stand as they are. */
  phrases: string[];
  filters: Filter[];
  /** What was not understood, in sentences for the reader. */
  problems: string[];
}

const STATES = ['orphan', 'edited', 'claim'] as const;
const PARTS = ['note', 'tag'] as const;
/** What the fields take, in examples; those with words for the reader in them have a message. */
const EXAMPLES: Record<Condition['field'], string | null> = {
  tag: 'tag:asean, tag:"south china sea"',
  color: `color:blue (${COLORS.join(', ')})`,
  author: 'author:"Khang Vu"',
  in: null,
  before: 'before:2025-07, before:2025-07-16',
  after: 'after:2024',
  is: null,
  has: 'has:note, has:tag',
};
/** The fields, in the order of the help. */
export const FIELDS = Object.keys(EXAMPLES) as Condition['field'][];
/** What a field takes, as the help shows it. */
export const fieldInWords = (field: Condition['field']): string =>
  EXAMPLES[field] ?? t(field === 'in' ? 'library_field_in' : 'library_field_is');
const ALIASES: Record<string, Condition['field']> = { colour: 'color', headline: 'in', article: 'in', since: 'after' };

const PIECE = /-?([\p{L}]+):(?=\s|$)|(-?)(?:([\p{L}]+):)?(?:"([^"]*)(?:"|$)|([^\s"]+))/gu;

/** Reads a search. What it does not understand is searched as words, and said. */
export function parseQuery(typed: string): Query {
  const query: Query = { words: [], without: [], phrases: [], filters: [], problems: [] };
  for (const match of typed.matchAll(PIECE)) {
    const [piece, unfinished, minus = '', name, quoted, bare] = match;
    if (unfinished !== undefined) {
      takeUnfinished(query, unfinished);
      continue;
    }
    const value = quoted ?? bare ?? '';
    const not = minus === '-';
    if (name === undefined) takeWords(query, value, quoted !== undefined, not);
    else takeFilter(query, name, value, not, piece);
  }
  return query;
}

function takeWords(query: Query, value: string, quoted: boolean, not: boolean): void {
  const words = wordsOf(foldText(value));
  if (words.length === 0) return;
  if (not) query.without.push(...words);
  else if (quoted && words.length > 1) query.phrases.push(words.join(' '));
  else query.words.push(...words);
}

function takeFilter(query: Query, name: string, value: string, not: boolean, typed: string): void {
  const field = fieldOf(name);
  // An address or a time of day is no filter: "https://…", "see:this" are words.
  if (!field) {
    if (!/^https?$/i.test(name)) query.problems.push(t('library_no_field', { name, suggestion: suggest(name) }));
    takeWords(query, `${name} ${value}`, false, not);
    return;
  }
  const condition = conditionOf(field, value);
  if (typeof condition === 'string') query.problems.push(condition);
  else query.filters.push({ ...condition, not, typed });
}

function takeUnfinished(query: Query, name: string): void {
  const field = fieldOf(name);
  if (field) query.problems.push(t('library_field_wants', { field: name, how: fieldInWords(field) }));
  else takeWords(query, name, false, false);
}

const fieldOf = (name: string): Condition['field'] | null => {
  const lower = name.toLowerCase();
  return lower in EXAMPLES ? (lower as Condition['field']) : (ALIASES[lower] ?? null);
};

/** The condition, or a sentence that says why there is none. */
function conditionOf(field: Condition['field'], value: string): Condition | string {
  const folded = foldText(value).trim();
  if (folded === '') return t('library_field_wants', { field, how: fieldInWords(field) });
  switch (field) {
    case 'color':
      return chosen(field, folded, COLORS) ?? t('library_no_color', { value, colors: COLORS.join(', ') });
    case 'is':
      return chosen(field, folded, STATES) ?? notKnown(field, STATES, value);
    case 'has':
      return chosen(field, folded.replace(/s$/, ''), PARTS) ?? notKnown(field, PARTS, value);
    case 'before':
    case 'after': {
      const time = momentOf(folded);
      return time === null ? t('library_no_date', { value }) : { field, value: time };
    }
    default:
      return { field, value: folded };
  }
}

const notKnown = (field: string, values: readonly string[], value: string): string =>
  t('library_field_knows', { field, values: values.join(', '), value });

function chosen<F extends 'color' | 'is' | 'has', V extends string>(field: F, value: string, known: readonly V[]) {
  const found = known.find((one) => one === value);
  return found === undefined ? null : ({ field, value: found } as unknown as Condition);
}

function momentOf(value: string): number | null {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value);
  if (!match) return null;
  const [year = 0, month = 1, day = 1] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? date.getTime() : null;
}

function suggest(name: string): string {
  const near = FIELDS.find((field) => field.startsWith(name.toLowerCase()) || name.toLowerCase().startsWith(field));
  return near ? t('library_did_you_mean', { field: near }) : t('library_fields', { fields: FIELDS.join(', ') });
}

/** The search without one of its filters. */
export const withoutFilter = (typed: string, filter: Filter): string =>
  typed.replace(filter.typed, '').replace(/\s+/gu, ' ').trim();

/** The search with one filter more, in front; the same one is not added twice. */
export function withFilter(typed: string, field: 'tag' | 'color', value: string): string {
  const piece = `${field}:${/[\s"]/u.test(value) ? `"${value}"` : value}`;
  return typed.includes(piece) ? typed : `${piece} ${typed}`.trim();
}
