import type { Annotation } from '../core/annotation';
import { library } from './library';
import type { Conflict } from './sync-rows';

/** What was set on several devices at the same time and decided by nobody yet, with the annotation as it is shown. */
export async function openConflicts(): Promise<{ conflict: Conflict; annotation: Annotation }[]> {
  const conflicts = await library.syncConflicts.filter(({ settled }) => !settled).toArray();
  const rows = await library.annotations.bulkGet(conflicts.map(({ id }) => id));
  return conflicts.flatMap((conflict, i) => {
    const annotation = rows[i];
    return annotation ? [{ conflict, annotation }] : [];
  });
}

/** Decides for what is shown; sync takes up the decision with its document and tells the other devices. */
export function settleConflict({ id, field, document }: Conflict): Promise<void> {
  const { syncConflicts, changes } = library;
  return library.transaction('rw', syncConflicts, changes, async () => {
    await syncConflicts.update([id, field], { settled: true });
    await changes.put({ document });
  });
}
