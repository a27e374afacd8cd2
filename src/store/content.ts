import type { Table } from 'dexie';
import type { Annotation, ReadArticle } from '../core/annotation';
import { library, type SettingRow } from './library';

/** All rows of the library, table by table, the bin included. A table that is added to Library is added here. */
export interface Content {
  annotations: Annotation[];
  articles: ReadArticle[];
  settings: SettingRow[];
}

/** The library with nothing in it. */
export const emptyContent = (): Content => ({ annotations: [], articles: [], settings: [] });

/** Long work on the library: how it is watched and called off. */
export interface Watched {
  /** Told after every step: how many of how many rows are done. */
  progress?: (done: number, of: number) => void;
  /** Calls the work off; what was done of it is undone. */
  signal?: AbortSignal;
}

/** Rows written at a time: few enough for a progress bar, many enough to be fast. */
const CHUNK = 500;

/** Everything in the library, as of one moment: one read transaction over all tables, rows in the order of their keys. */
export function readContent(): Promise<Content> {
  const { annotations, articles, settings } = library;
  return library.transaction('r', annotations, articles, settings, read);
}

async function read(): Promise<Content> {
  const [annotations, articles, settings] = await Promise.all([
    library.annotations.orderBy('id').toArray(),
    library.articles.orderBy('key').toArray(),
    library.settings.orderBy('name').toArray(),
  ]);
  return { annotations, articles, settings };
}

/**
 * Changes the library in one transaction: all or nothing. `decide` sees the library as it is at that moment (not as it
 * was when a preview was made), and answers with the rows to put.
 * @throws AbortError (a DOMException) when called off, and whatever the database throws; nothing is changed then.
 */
export async function changeContent<Decision extends { put: Content }>(
  decide: (present: Content) => Decision,
  { progress, signal }: Watched = {},
): Promise<Decision> {
  const { annotations, articles, settings } = library;
  return library.transaction('rw', annotations, articles, settings, async () => {
    signal?.throwIfAborted();
    const decision = decide(await read());
    const { put } = decision;
    const of = put.annotations.length + put.articles.length + put.settings.length;
    let done = 0;
    const write = async <T>(table: Table<T, string>, rows: T[]) => {
      for (let i = 0; i < rows.length; i += CHUNK) {
        const chunk = rows.slice(i, i + CHUNK);
        await table.bulkPut(chunk);
        done += chunk.length;
        progress?.(done, of);
        signal?.throwIfAborted();
      }
    };
    await write(articles, put.articles);
    await write(settings, put.settings);
    await write(annotations, put.annotations);
    return decision;
  });
}
