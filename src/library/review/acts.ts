import { dayStart } from '../../core/day';
import type { ReviewItem } from '../../core/review';
import { gradesSince, type SetAside, setItemAside, takeGradeBack } from '../../store/reviews';

/** Something the reader did in reviewing, as data: the way back survives a reload of the page. */
type Act = { kind: 'grade'; id: string } | { kind: 'aside'; item: ReviewItem; before: SetAside };

/** Survives a reload of the page, ends with its tab. */
const STORED = 'review';
/** So many can be taken back. */
const LONGEST = 500;

/** Notes what the reader did. */
export const didReview = (act: Act): void => keep([...done(), act].slice(-LONGEST));

export const canUndoReview = (): boolean => done().length > 0;

/**
 * Takes back what was done last, in this tab since it was opened, however many days that is; then grades of today that
 * were given elsewhere.
 * @returns what it was, and its item's key; `null` when there is nothing
 * @throws when it cannot be taken back any more; what was done before it still can
 */
export async function undoReview(now: number): Promise<{ what: Act['kind']; itemId: string } | null> {
  const acts = done();
  const last = acts.pop();
  keep(acts);
  if (last?.kind === 'aside') {
    await setItemAside(last.item, last.before);
    return { what: 'aside', itemId: last.item.id };
  }
  const id = last?.id ?? (await gradesSince(dayStart(now))).at(-1)?.id;
  return id === undefined ? null : { what: 'grade', itemId: await takeGradeBack(id) };
}

function keep(acts: Act[]): void {
  sessionStorage.setItem(STORED, JSON.stringify(acts));
}

/** Our own data: nobody else writes this page's session storage. */
const done = (): Act[] => JSON.parse(sessionStorage.getItem(STORED) ?? '[]') as Act[];
