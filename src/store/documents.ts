import type { GradeGiven } from '../core/review';

/**
 * The documents that the library is cut into for sync, by name: one for each article, one for each month of grades (they
 * only grow), one for the rest. A row's document follows from the row alone, so that every device finds the same.
 */
export type DocumentName = string;

/** The document of what belongs to no article: settings. */
export const REST: DocumentName = 'rest';
const ARTICLE = 'article ';
const GRADES = 'grades ';

export const articleDocument = (articleKey: string): DocumentName => `${ARTICLE}${articleKey}`;
/** @param time milliseconds since 1970; the month is that of Greenwich, the same on every device */
export const gradesDocument = (time: number): DocumentName => `${GRADES}${new Date(time).toISOString().slice(0, 7)}`;

/** What of the library a document holds; `null` when its name is none of ours. */
export type DocumentScope =
  | { of: 'article'; articleKey: string }
  | { of: 'grades'; from: number; until: number }
  | { of: 'rest' };

export function scopeOf(name: DocumentName): DocumentScope | null {
  if (name === REST) return { of: 'rest' };
  if (name.startsWith(ARTICLE) && name.length > ARTICLE.length) {
    return { of: 'article', articleKey: name.slice(ARTICLE.length) };
  }
  const month = /^grades (\d{4})-(0[1-9]|1[0-2])$/.exec(name);
  if (!month) return null;
  const [year, number] = [Number(month[1]), Number(month[2])];
  return { of: 'grades', from: Date.UTC(year, number - 1), until: Date.UTC(year, number) };
}

/** How the rows of each synced table name their document. Tombstones go with the annotation they are left of. */
const DOCUMENT_OF: Record<string, (row: never) => DocumentName> = {
  annotations: (row: { articleKey: string }) => articleDocument(row.articleKey),
  articles: (row: { key: string }) => articleDocument(row.key),
  stances: (row: { articleKey: string }) => articleDocument(row.articleKey),
  reviews: (row: { articleKey: string }) => articleDocument(row.articleKey),
  reviewChoices: (row: { articleKey: string }) => articleDocument(row.articleKey),
  ownClaims: (row: { articleKey: string }) => articleDocument(row.articleKey),
  reviewLog: (row: GradeGiven) => gradesDocument(row.time),
  settings: () => REST,
};

/** Whether rows of this table are carried to other devices by themselves. */
export const isSynced = (table: string): boolean => table in DOCUMENT_OF;

/** The document that a row of a synced table belongs to. */
export const documentOf = (table: string, row: unknown): DocumentName | null =>
  DOCUMENT_OF[table]?.(row as never) ?? null;
