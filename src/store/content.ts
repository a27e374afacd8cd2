import type { Table } from 'dexie';
import { library } from './library';
import { type Content, emptyContent } from './rows';

const NAMES = Object.keys(emptyContent()) as (keyof Content)[];

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
  return library.transaction('r', NAMES, read);
}

async function read(): Promise<Content> {
  const content = emptyContent();
  await Promise.all(NAMES.map((name) => readTable(name, content)));
  return content;
}

async function readTable<Name extends keyof Content>(name: Name, into: Content): Promise<void> {
  into[name] = (await library.table(name).toArray()) as Content[Name];
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
  return library.transaction('rw', NAMES, async () => {
    signal?.throwIfAborted();
    const decision = decide(await read());
    const { put } = decision;
    const of = NAMES.reduce((sum, name) => sum + put[name].length, 0);
    let done = 0;
    const write = async (table: Table, rows: unknown[]) => {
      for (let i = 0; i < rows.length; i += CHUNK) {
        const chunk = rows.slice(i, i + CHUNK);
        await table.bulkPut(chunk);
        done += chunk.length;
        progress?.(done, of);
        signal?.throwIfAborted();
      }
    };
    for (const name of NAMES) await write(library.table(name), put[name]);
    return decision;
  });
}
