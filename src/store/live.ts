import { Dexie, liveQuery } from 'dexie';
import { isSynced } from './documents';
import { library } from './library';

/** A query that is asked again whenever any context of the extension has changed what it read. */
export interface Live<T> {
  /** Tells each answer, and a failure; returns how to stop listening. */
  listen: (told: (value: T) => void, failed: (error: unknown) => void) => () => void;
}

export const live = <T>(query: () => Promise<T>): Live<T> => ({
  listen(told, failed) {
    let stop = () => {};
    let stopped = false;
    // Dexie's live query keeps silent when the database cannot be opened: so it is opened first.
    library.open().then(() => {
      if (stopped) return;
      const subscription = liveQuery(query).subscribe(told, failed);
      stop = () => subscription.unsubscribe();
    }, failed);
    return () => {
      stopped = true;
      stop();
    };
  },
});

/** Tells that any context of the extension has changed what the reader keeps, or decided of it; not what. */
export function onEveryChange(told: () => void): () => void {
  const heard = (parts: Record<string, unknown>) => {
    // `idb://counterpoint/annotations/…`: database, table, index.
    const tables = Object.keys(parts).map((part) => part.split('/')[3] ?? '');
    if (tables.some((table) => isSynced(table) || table === 'syncConflicts')) told();
  };
  Dexie.on('storagemutated', heard);
  return () => Dexie.on.storagemutated.unsubscribe(heard);
}
