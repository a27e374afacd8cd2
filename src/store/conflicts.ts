import { library } from './library';
import type { Conflict } from './sync-rows';

/** What the reader is asked about: set on several devices at the same time, and decided by nobody yet. */
export const openConflicts = (): Promise<Conflict[]> =>
  library.syncConflicts.filter(({ settled }) => !settled).toArray();

/** Decides for what is shown; sync takes up the decision with its document and tells the other devices. */
export function settleConflict({ id, field, document }: Conflict): Promise<void> {
  const { syncConflicts, changes } = library;
  return library.transaction('rw', syncConflicts, changes, async () => {
    await syncConflicts.update([id, field], { settled: true });
    await changes.put({ document });
  });
}
