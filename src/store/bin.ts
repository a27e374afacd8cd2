import type { Annotation } from '../core/annotation';
import { library } from './library';

/** How long the bin keeps an annotation, in milliseconds. */
export const BIN_TIME = 30 * 24 * 3600_000;
const DAY = 24 * 3600_000;

/** Deletes what is in the bin for good; of each, a tombstone stays. @returns what was deleted, for as long as that can be undone */
export const emptyBin = (): Promise<Annotation[]> => bury(Number.MAX_SAFE_INTEGER);

/** Puts annotations that were deleted for good back, as they were. */
export function putBack(rows: readonly Annotation[]): Promise<void> {
  return library.transaction('rw', library.annotations, library.tombstones, async () => {
    await library.tombstones.bulkDelete(rows.map(({ id }) => id));
    await library.annotations.bulkPut([...rows]);
  });
}

/** Deletes for good what has been in the bin for 30 days; looks at most once a day. */
export function purgeBin(now: number = Date.now()): Promise<void> {
  return library.transaction('rw', library.annotations, library.tombstones, library.settings, async () => {
    const last = (await library.settings.get('lastPurge'))?.value;
    if (typeof last === 'number' && now - last < DAY && last <= now) return;
    await library.settings.put({ name: 'lastPurge', value: now });
    await bury(now - BIN_TIME);
  });
}

/** Leaves tombstones of what was put into the bin at or before a moment. */
function bury(until: number): Promise<Annotation[]> {
  return library.transaction('rw', library.annotations, library.tombstones, async () => {
    const rows = await library.annotations.where('deleted').belowOrEqual(until).toArray();
    const at = Date.now();
    await library.tombstones.bulkPut(rows.map(({ id }) => ({ id, at })));
    await library.annotations.bulkDelete(rows.map(({ id }) => id));
    return rows;
  });
}
