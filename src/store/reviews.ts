import type { Annotation } from '../core/annotation';
import { dayStart } from '../core/day';
import type { CardState, Grade, GradeGiven, Review, ReviewItem } from '../core/review';
import { askedUntil, choicesByArticle, isAside, isReviewed, noteItem, type ReviewMaterial } from '../core/review-queue';
import { UnwordedError } from '../core/unworded';
import { keysInOrder } from './keys';
import { library } from './library';
import { readReviewSettings } from './review-settings';

/** What the library holds of reviewing, without the annotations: these are many, and change when the reader writes. */
export type ReviewState = Omit<ReviewMaterial, 'annotations'>;

/** Reads all that was reviewed and chosen, as of one moment. */
export function readReviewState(now: number): Promise<ReviewState> {
  return library.transaction('r', REVIEWING, async () => ({
    ...(await readChosen(now)),
    reviews: await library.reviews.toArray(),
  }));
}

const REVIEWING = [library.reviews, library.reviewChoices, library.reviewLog, library.settings];

async function readChosen(now: number): Promise<Omit<ReviewState, 'reviews'>> {
  const [choices, gradesToday, settings] = await Promise.all([
    library.reviewChoices.toArray(),
    gradesSince(dayStart(now)),
    readReviewSettings(),
  ]);
  return { choices, gradesToday, settings };
}

/** New items looked at together: one in two has no note. */
const PAGE = 50;

/**
 * Reads what the queue of now is made of, and no more: of 10,000 notes those that are due, and as many new ones as the
 * daily goal can have room for. The queue is the same as from all of them.
 * @param more new items beyond the goal that the reader asked for
 */
export async function readQueueMaterial(now: number, more = 0): Promise<ReviewMaterial> {
  const { annotations, reviews } = library;
  const [chosen, due, onClaims, oldest] = await Promise.all([
    readChosen(now),
    reviews.where('card.due').below(askedUntil(now)).toArray(),
    reviews.where('id').startsWith('claim:').toArray(),
    annotations.orderBy('created').limit(PAGE).toArray(),
    // For live queries: whatever the reader changes of an annotation moves this.
    annotations.orderBy('updated').last(),
  ]);
  const dueNotes = due.filter(({ subject }) => subject.kind === 'annotation');
  const asked = dueNotes.flatMap(({ subject }) => (subject.kind === 'annotation' ? [subject.annotationId] : []));
  const room = Math.max(0, chosen.settings.goal - chosen.gradesToday.length) + more;
  const [scheduled, fresh] = await Promise.all([
    annotations.bulkGet(asked),
    readFresh(oldest, choicesByArticle(chosen.choices), now, room),
  ]);
  return {
    ...chosen,
    annotations: [...scheduled.filter(stands), ...fresh.annotations],
    reviews: [...dueNotes, ...onClaims, ...fresh.reviews],
  };
}

/**
 * Of notes never graded the oldest that can be asked, with what is kept on them: some were put off, and are back.
 * @param oldest the first PAGE annotations: mostly enough, and sooner there than ten thousand keys
 */
async function readFresh(oldest: Annotation[], chosen: Chosen, now: number, room: number) {
  const fresh: Pick<ReviewMaterial, 'annotations' | 'reviews'> = { annotations: [], reviews: [] };
  const take = async (rows: (Annotation | undefined)[]) => {
    const inReview = rows.filter(stands).filter((row) => isReviewed(row, chosen));
    const kept = await library.reviews.bulkGet(inReview.map((row) => noteItem(row).id));
    for (const [i, row] of inReview.entries()) {
      const review = kept[i];
      if (review && (review.card || isAside(review, now))) continue;
      fresh.annotations.push(row);
      if (review) fresh.reviews.push(review);
    }
  };
  await take(oldest);
  if (fresh.annotations.length >= room || oldest.length < PAGE) return fresh;
  const [graded, byAge] = await Promise.all([
    keysInOrder('reviews', 'card.due'),
    keysInOrder('annotations', 'created'),
  ]);
  const known = new Set([...graded, ...oldest.map((row) => noteItem(row).id)]);
  const rest = byAge.filter((id) => !known.has(`annotation:${id}`));
  for (let i = 0; i < rest.length && fresh.annotations.length < room; i += PAGE) {
    await take(await library.annotations.bulkGet(rest.slice(i, i + PAGE)));
  }
  return fresh;
}

type Chosen = ReturnType<typeof choicesByArticle>;

const stands = (row: Annotation | undefined): row is Annotation => row?.deleted === null;

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
      throw new UnwordedError('error_reviewed_elsewhere');
    }
    await library.reviews.put({ ...kept, card: given.after, buriedUntil: null });
    await library.reviewLog.add({ ...given, itemId: item.id });
  });
}

/** Takes a grade back. @returns its item's key @throws when it is gone, or the item was graded once more meanwhile */
export function takeGradeBack(id: string): Promise<string> {
  return library.transaction('rw', library.reviews, library.reviewLog, async () => {
    const given = await library.reviewLog.get(id);
    if (!given) throw new UnwordedError('error_grade_gone');
    const kept = await library.reviews.get(given.itemId);
    if ((kept?.card?.reps ?? 0) !== given.after.reps) throw new UnwordedError('error_reviewed_elsewhere');
    await library.reviewLog.delete(id);
    if (kept) await putOrForget({ ...kept, card: given.before });
    return given.itemId;
  });
}

/** Whether and until when an item is not asked. */
export type SetAside = Pick<Review, 'buriedUntil' | 'paused'>;

/** Sets an item aside, or asks it again. @returns how it was before */
export function setItemAside(item: ReviewItem, change: Partial<SetAside>): Promise<SetAside> {
  return library.transaction('rw', library.reviews, async () => {
    const kept = (await library.reviews.get(item.id)) ?? untouched(item);
    await putOrForget({ ...kept, ...change });
    return { buriedUntil: kept.buriedUntil, paused: kept.paused };
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
