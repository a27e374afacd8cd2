import { articleDocument, type DocumentName, gradesDocument, REST, scopeOf } from './documents';
import { library } from './library';
import { type Content, emptyContent } from './rows';
import { type Conflict, SYNC_TABLES, type Update } from './sync-rows';

/** What the database holds of one document at a moment. */
export interface DocumentAtHand {
  name: DocumentName;
  state: Uint8Array | null;
  received: Uint8Array[];
  rows: Content;
  /** What the reader has decided of it. */
  settled: Conflict[];
}

/** What becomes of a document: rows by table, and keys of rows as the table has them. */
export interface DocumentOutcome {
  state: Uint8Array;
  update: Uint8Array | null;
  put: Content;
  remove: { table: keyof Content; key: string | string[] }[];
  conflicts: Conflict[];
}

const KEEPING = Object.keys(emptyContent()) as (keyof Content)[];

/** The documents that wait, because their rows were changed or updates have come; so many at most, or all. */
export async function waitingDocuments(most?: number): Promise<DocumentName[]> {
  const received = (await library.inbox.orderBy('document').uniqueKeys()) as string[];
  const all = library.changes.toCollection();
  const changed = await (most === undefined ? all : all.limit(most)).primaryKeys();
  return [...new Set([...received, ...changed])].slice(0, most);
}

/**
 * Takes documents one step further, each with its rows, in one transaction: after it, library and documents say the same,
 * what others are to know is in the outbox, and nothing of it waits any more; or, if anything fails or is killed,
 * nothing has happened.
 * @param tombstonesFor names the annotations whose tombstones decide
 * @param decide makes of what is at hand what shall be
 * @returns how many rows were changed by what came from others
 */
export function stepDocuments(
  names: readonly DocumentName[],
  tombstonesFor: (state: Uint8Array | null, name: DocumentName) => string[],
  decide: (hand: DocumentAtHand) => DocumentOutcome,
): Promise<number> {
  const tables = [...KEEPING, 'changes', 'documents', 'inbox', 'outbox', 'syncConflicts'];
  return library.transaction('rw', tables, async () => {
    let changed = 0;
    for (const name of names) {
      const state = (await library.documents.get(name))?.state ?? null;
      const updates = await library.inbox.where('document').equals(name).toArray();
      const rows = await rowsOf(name, tombstonesFor(state, name));
      const asked = library.syncConflicts.where('document').equals(name);
      const settled = (await asked.toArray()).filter((conflict) => conflict.settled);
      const received = updates.map(({ update }) => update);
      const { put, remove, conflicts, ...made } = decide({ name, state, received, rows, settled });
      await asked.delete();
      await library.syncConflicts.bulkPut(conflicts);
      for (const table of KEEPING) {
        if (put[table].length > 0) await library.table(table).bulkPut(put[table]);
        changed += put[table].length;
      }
      for (const { table, key } of remove) await library.table(table).delete(key);
      changed += remove.length;
      await library.documents.put({ name, state: made.state });
      if (made.update) await library.outbox.add({ document: name, update: made.update });
      await library.inbox.bulkDelete(updates.map(({ id }) => id ?? 0));
      // Last, for the rows just written have noted themselves as changed.
      await library.changes.delete(name);
    }
    return changed;
  });
}

async function rowsOf(name: DocumentName, buried: string[]): Promise<Content> {
  const rows = emptyContent();
  const scope = scopeOf(name);
  if (scope?.of === 'rest') rows.settings = await library.settings.toArray();
  if (scope?.of === 'grades') {
    rows.reviewLog = await library.reviewLog.where('time').between(scope.from, scope.until, true, false).toArray();
  }
  if (scope?.of !== 'article') return rows;
  const { articleKey } = scope;
  const [annotations, article, stances, reviews, choice, ownClaims, tombstones] = await Promise.all([
    library.annotations.where('articleKey').equals(articleKey).toArray(),
    library.articles.get(articleKey),
    library.stances.where('articleKey').equals(articleKey).toArray(),
    library.reviews.where('articleKey').equals(articleKey).toArray(),
    library.reviewChoices.get(articleKey),
    library.ownClaims.where('articleKey').equals(articleKey).toArray(),
    library.tombstones.bulkGet(buried),
  ]);
  return {
    ...rows,
    annotations,
    articles: article ? [article] : [],
    stances,
    reviews,
    reviewChoices: choice ? [choice] : [],
    ownClaims,
    tombstones: tombstones.filter((one) => one !== undefined),
  };
}

/** Notes every document of the library as changed: when sync begins, or is to begin anew. */
export function markEverything(): Promise<void> {
  const { annotations, articles, stances, reviews, reviewChoices, reviewLog, ownClaims, documents, changes } = library;
  const tables = [annotations, articles, stances, reviews, reviewChoices, reviewLog, ownClaims, documents, changes];
  return library.transaction('rw', tables, async () => {
    const keys = await Promise.all([
      annotations.orderBy('articleKey').uniqueKeys(),
      articles.toCollection().primaryKeys(),
      stances.orderBy('articleKey').uniqueKeys(),
      reviews.orderBy('articleKey').uniqueKeys(),
      ownClaims.orderBy('articleKey').uniqueKeys(),
      reviewChoices.toCollection().primaryKeys(),
    ]);
    const names = new Set([...keys.flat().map((key) => articleDocument(String(key))), REST]);
    for (const time of await reviewLog.orderBy('time').uniqueKeys()) names.add(gradesDocument(Number(time)));
    for (const name of await documents.toCollection().primaryKeys()) names.add(name);
    await changes.bulkPut([...names].map((document) => ({ document })));
  });
}

/** The whole state of documents, for a file that stands for all that was said of them before. */
export async function statesOf(names: readonly DocumentName[]): Promise<Update[]> {
  const found = await library.documents.bulkGet([...names]);
  return found.filter((one) => one !== undefined).map(({ name, state }) => ({ document: name, update: state }));
}

/** Forgets what sync knows of documents and files; what the reader keeps stays as it is. */
export function forgetSync(): Promise<void> {
  const tables = SYNC_TABLES.map((name) => library.table(name));
  return library.transaction('rw', tables, async () => {
    for (const table of tables) await table.clear();
  });
}
