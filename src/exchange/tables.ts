import type { GenericSchema } from 'valibot';
import type { Content } from '../store/rows';
import { same } from './canonical';
import { mergeAnnotations } from './merge';
import { mergeReviews, mergeStances } from './merge-review';
import * as schemas from './row-schemas';

type Row<T extends keyof Content> = Content[T][number];

/** What an import needs to know of a table of the library. */
interface TableFormat<T extends keyof Content> {
  key: (row: Row<T>) => string;
  /** Parses a row into a fresh object, or says what is wrong with it. */
  schema: GenericSchema<unknown, Row<T>>;
  /** The row that stands after an import; the kept one itself when nothing changes. `now`: milliseconds since 1970. */
  merge: (kept: Row<T>, incoming: Row<T>, now: number) => Row<T>;
}

/** The one read last, if it knows the headline; what only the other knows is taken from there. */
function mergeArticles(kept: Row<'articles'>, incoming: Row<'articles'>): Row<'articles'> {
  const newer = incoming.headline !== '' && (incoming.lastRead > kept.lastRead || kept.headline === '');
  const [first, second] = newer ? [incoming, kept] : [kept, incoming];
  const author = first.author ?? second.author;
  const lastRead = Math.max(first.lastRead, newer ? kept.lastRead : 0);
  const merged = { ...first, lastRead, ...(author !== undefined && { author }) };
  return same(merged, kept) ? kept : merged;
}

/** Every table of the library: how its rows are known, parsed and merged. A new table is added here and to Content. */
export const TABLES: { [T in keyof Content]: TableFormat<T> } = {
  annotations: { key: ({ id }) => id, schema: schemas.annotation, merge: mergeAnnotations },
  articles: {
    key: ({ key }) => key,
    schema: schemas.article,
    merge: mergeArticles,
  },
  stances: { key: ({ articleKey: of, claimId }) => `${of} ${claimId}`, schema: schemas.stance, merge: mergeStances },
  reviews: { key: ({ id }) => id, schema: schemas.review, merge: mergeReviews },
  tombstones: {
    key: ({ id }) => id,
    schema: schemas.tombstone,
    merge: (kept) => kept,
  },
  reviewLog: { key: ({ id }) => id, schema: schemas.grade, merge: (kept) => kept },
  // What the reader chose here stands; a file only adds what was never chosen.
  reviewChoices: { key: ({ articleKey: of }) => of, schema: schemas.choice, merge: (kept) => kept },
  settings: { key: ({ name }) => name, schema: schemas.setting, merge: (kept) => kept },
  // Whole claims and not their fields: half of one form and half of another would be nobody's claim.
  ownClaims: {
    key: ({ id }) => id,
    schema: schemas.ownClaim,
    merge: (kept, incoming) => (incoming.updated > kept.updated ? incoming : kept),
  },
};

/** The tables' names, in the order in which they are written. */
export const TABLE_NAMES = Object.keys(TABLES) as (keyof Content)[];
