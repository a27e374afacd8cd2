import { liveQuery } from 'dexie';
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
