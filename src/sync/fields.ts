import type { Annotation, ReadArticle } from '../core/annotation';
import type { OwnClaim } from '../core/own-claim';
import type { Review } from '../core/review';
import type { ClaimStance } from '../core/stance';
import type { DocumentScope } from '../store/documents';
import type { Content } from '../store/rows';

export type TableName = keyof Content;
/** A row as its fields, whatever its table. */
export type Row = Record<string, unknown>;

/**
 * How a field merges. `one`: one value; of several set at the same time all are kept in the document, and the later one
 * is shown. `last`: the same, of what was observed and not said: it keeps no row alive. `each`: an array of which each
 * element is there or not. `text`: words, of which all that were written are kept.
 */
export type FieldKind = 'one' | 'last' | 'each' | 'text';

interface TableFields {
  fields: Record<string, FieldKind>;
  /** What names a row within its document, as in its row. */
  keyOf: (row: never) => string;
  /** The fields of a row that follow from its key and its document. */
  given: (key: string, scope: DocumentScope) => Row;
  /** Whether a row that is gone from the library without a tombstone was deleted; else it comes back. */
  plainDelete: boolean;
  /** When its row was last changed, milliseconds since 1970, as far as it tells. */
  changed?: (row: never) => number;
  /** The place of an element of an `each` field; its index, unless told. */
  rank?: (element: never) => number;
}

const articleKeyOf = (scope: DocumentScope): string => (scope.of === 'article' ? scope.articleKey : '');

/** Every table of the library, as sync sees it. */
export const FIELDS: Record<TableName, TableFields> = {
  annotations: {
    fields: {
      target: 'one',
      color: 'one',
      note: 'text',
      tags: 'each',
      created: 'one',
      updated: 'one',
      deleted: 'one',
      formerQuotes: 'one',
      lastSeen: 'last',
    },
    keyOf: ({ id }: Annotation) => id,
    given: (id, scope) => ({ id, articleKey: articleKeyOf(scope) }),
    plainDelete: false,
    changed: ({ updated }: Annotation) => updated,
  },
  articles: {
    fields: { url: 'one', headline: 'one', headlineFold: 'one', lastRead: 'last' },
    keyOf: () => '',
    given: (_, scope) => ({ key: articleKeyOf(scope) }),
    plainDelete: false,
    changed: ({ lastRead }: ReadArticle) => lastRead,
  },
  stances: {
    fields: { statement: 'one', opened: 'one', history: 'each' },
    keyOf: ({ claimId }: ClaimStance) => claimId,
    given: (claimId, scope) => ({ claimId, articleKey: articleKeyOf(scope) }),
    plainDelete: false,
    changed: ({ history, opened }: ClaimStance) => Math.max(opened ?? 0, ...history.map(({ time }) => time)),
    rank: ({ time }: { time: number }) => time,
  },
  reviews: {
    fields: { subject: 'one', card: 'one', buriedUntil: 'one', paused: 'one' },
    keyOf: ({ id }: Review) => id,
    given: (id, scope) => ({ id, articleKey: articleKeyOf(scope) }),
    plainDelete: true,
    changed: ({ card }: Review) => card?.lastReview ?? 0,
  },
  reviewChoices: {
    fields: { notes: 'one', claims: 'one' },
    keyOf: () => '',
    given: (_, scope) => ({ articleKey: articleKeyOf(scope) }),
    plainDelete: false,
  },
  ownClaims: {
    fields: {
      article: 'one',
      excerpt: 'one',
      kind: 'one',
      statement: 'one',
      verdict: 'one',
      reason: 'one',
      counterarguments: 'one',
      support: 'one',
      created: 'one',
      updated: 'one',
      deleted: 'one',
    },
    keyOf: ({ id }: OwnClaim) => id,
    given: (id, scope) => ({ id, articleKey: articleKeyOf(scope) }),
    plainDelete: false,
    changed: ({ updated }: OwnClaim) => updated,
  },
  reviewLog: {
    fields: { itemId: 'one', grade: 'one', time: 'one', before: 'one', after: 'one' },
    keyOf: ({ id }: { id: string }) => id,
    given: (id) => ({ id }),
    plainDelete: true,
  },
  settings: {
    fields: { value: 'one' },
    keyOf: ({ name }: { name: string }) => name,
    given: (name) => ({ name }),
    plainDelete: false,
  },
  tombstones: {
    fields: { at: 'one' },
    keyOf: ({ id }: { id: string }) => id,
    given: (id) => ({ id }),
    plainDelete: true,
  },
};

/** Tables whose rows a document of each kind holds. */
export const TABLES_IN: Record<DocumentScope['of'], TableName[]> = {
  article: ['annotations', 'tombstones', 'articles', 'stances', 'reviews', 'reviewChoices', 'ownClaims'],
  grades: ['reviewLog'],
  rest: ['settings'],
};

/** Settings that speak of one device only. */
export const OWN_SETTINGS: readonly string[] = ['lastPurge'];

export const keyOf = (table: TableName, row: unknown): string => FIELDS[table].keyOf(row as never);
