import { liveQuery } from 'dexie';

/** A query that is asked again whenever any context of the extension has changed what it read. */
export interface Live<T> {
  /** Tells each answer, and a failure; returns how to stop listening. */
  listen: (told: (value: T) => void, failed: (error: unknown) => void) => () => void;
}

export const live = <T>(query: () => Promise<T>): Live<T> => ({
  listen(told, failed) {
    const subscription = liveQuery(query).subscribe(told, failed);
    return () => subscription.unsubscribe();
  },
});
