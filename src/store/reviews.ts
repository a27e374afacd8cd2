import { dayStart } from '../core/day';
import type { CardState, Grade, GradeGiven, Review, ReviewItem } from '../core/review';
import type { ReviewMaterial } from '../core/review-queue';
import { allAnnotations } from './annotations';
import { library } from './library';
import { readReviewSettings } from './review-settings';

/** What the library holds of reviewing, without the annotations: these are many, and change when the reader writes. */
export type ReviewState = Omit<ReviewMaterial, 'annotations'>;

/** Reads what was reviewed and chosen, as of one moment. */
export function readReviewState(now: number): Promise<ReviewState> {
  const { reviews, reviewChoices, reviewLog, settings } = library;
  return library.transaction('r', [reviews, reviewChoices, reviewLog, settings], async () => ({
    reviews: await reviews.toArray(),
    choices: await reviewChoices.toArray(),
    gradesToday: await gradesSince(dayStart(now)),
    settings: await readReviewSettings(),
  }));
}

/** Reads all that decides what is asked. */
export async function readReviewMaterial(now: number): Promise<ReviewMaterial> {
  const [annotations, state] = await Promise.all([allAnnotations(), readReviewState(now)]);
  return { annotations, ...state };
}

/** The grades given since a moment, oldest first. */
export const gradesSince = (time: number): Promise<GradeGiven[]> =>
  library.reviewLog.where('time').aboveOrEqual(time).sortBy('time');

/** A grade, with the card as the reader saw it and as the scheduler has it next. */
export interface NewGrade {
  id: string;
  grade: Grade;
  time: number;
  before: CardState | null;
  after: CardState;
}

/**
 * Keeps a grade and the item's next state. A repeated request with the same id changes nothing.
 * @throws when another page has graded the item meanwhile: its next state would be computed from a past one
 */
export function keepGrade(item: ReviewItem, given: NewGrade): Promise<void> {
  return library.transaction('rw', library.reviews, library.reviewLog, async () => {
    if (await library.reviewLog.get(given.id)) return;
    const kept = (await library.reviews.get(item.id)) ?? untouched(item);
    if ((kept.card?.reps ?? 0) !== (given.before?.reps ?? 0)) {
      throw new Error('This was reviewed on another page just now.');
    }
    await library.reviews.put({ ...kept, card: given.after, buriedUntil: null });
    await library.reviewLog.add({ ...given, itemId: item.id });
  });
}

/** Takes the last grade back that was given since a moment. @returns its item's key; `null` when there was none */
export function undoGrade(since: number): Promise<string | null> {
  return library.transaction('rw', library.reviews, library.reviewLog, async () => {
    const last = (await gradesSince(since)).at(-1);
    if (!last) return null;
    await library.reviewLog.delete(last.id);
    const kept = await library.reviews.get(last.itemId);
    if (kept) await putOrForget({ ...kept, card: last.before });
    return last.itemId;
  });
}

/** Does not ask an item before a moment; `null` asks it again. */
export const buryItem = (item: ReviewItem, buriedUntil: number | null): Promise<void> => update(item, { buriedUntil });

/** Asks an item no more, until resumed. */
export const pauseItem = (item: ReviewItem): Promise<void> => update(item, { paused: true });

/** Asks an item again that was paused or buried. */
export const resumeItem = (item: ReviewItem): Promise<void> => update(item, { paused: false, buriedUntil: null });

function update(item: ReviewItem, change: Partial<Review>): Promise<void> {
  return library.transaction('rw', library.reviews, async () => {
    const kept = (await library.reviews.get(item.id)) ?? untouched(item);
    await putOrForget({ ...kept, ...change });
  });
}

/** An item of which nothing is to be told has no row. */
async function putOrForget(review: Review): Promise<void> {
  if (review.card || review.buriedUntil !== null || review.paused) await library.reviews.put(review);
  else await library.reviews.delete(review.id);
}

const untouched = ({ id, articleKey, subject }: ReviewItem): Review => ({
  id,
  articleKey,
  subject,
  card: null,
  buriedUntil: null,
  paused: false,
});
