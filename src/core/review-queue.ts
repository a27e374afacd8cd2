import type { Annotation } from './annotation';
import { dayStart } from './day';
import {
  type CardState,
  type GradeGiven,
  itemOf,
  type Review,
  type ReviewChoice,
  type ReviewItem,
  type ReviewSettings,
} from './review';

/** What the library holds that decides what is asked. */
export interface ReviewMaterial {
  /** The annotations that stand. */
  annotations: Annotation[];
  reviews: Review[];
  choices: ReviewChoice[];
  /** The grades given since the day began. */
  gradesToday: GradeGiven[];
  settings: ReviewSettings;
}

/** An item that can be asked. */
export interface QueuedItem extends ReviewItem {
  card: CardState | null;
}

/** The articles whose claims the reader wants to be asked: those that `ClaimIdsOf` is asked for. */
export const chosenArticles = ({ choices }: Pick<ReviewMaterial, 'choices'>): { key: string; headline: string }[] =>
  choices.filter(({ claims }) => claims).map(({ articleKey }) => ({ key: articleKey, headline: '' }));

/** The ids of an article's claims in reading order; empty when it is not known. */
export type ClaimIdsOf = (articleKey: string) => string[];

/** Everything in review that stands to be asked at some time; `new` are those never graded. */
export interface ReviewPool {
  scheduled: (QueuedItem & { card: CardState })[];
  fresh: QueuedItem[];
  /** Paused, or buried until later. */
  aside: Review[];
}

/**
 * Milliseconds an item still being learned may be asked early, better at the end of this sitting than never today; but
 * not before half of its wait is over, or the last one of a sitting would be asked again at once.
 */
const AHEAD = 20 * 60_000;

export const choicesByArticle = (choices: ReviewChoice[]): ReadonlyMap<string, ReviewChoice> =>
  new Map(choices.map((choice) => [choice.articleKey, choice]));

/** Whether an annotation is in review: own words with a note, on an article whose notes are reviewed. */
export const isReviewed = (
  { articleKey, note, target }: Annotation,
  chosen: ReadonlyMap<string, ReviewChoice>,
): boolean => note.trim() !== '' && target.kind === 'words' && (chosen.get(articleKey)?.notes ?? true);

/** Whether an item is not asked now: paused, or buried until later. */
export const isAside = ({ paused, buriedUntil }: Review, now: number): boolean => paused || (buriedUntil ?? 0) > now;

/** The item an annotation is reviewed as. */
export const noteItem = ({ id, articleKey }: Annotation): ReviewItem =>
  itemOf(articleKey, { kind: 'annotation', annotationId: id });

/** Items that come due before this moment may be asked now. */
export const askedUntil = (now: number): number => Math.max(dayStart(now, 1), now + AHEAD + 1);

/** Sorts all that is in review: highlights with a note, and claims of articles for which the reader switched them on. */
export function poolOf({ annotations, reviews, choices }: ReviewMaterial, claimIdsOf: ClaimIdsOf, now: number) {
  const chosen = choicesByArticle(choices);
  const kept = new Map(reviews.map((review) => [review.id, review]));
  const pool: ReviewPool = { scheduled: [], fresh: [], aside: [] };
  const put = (item: ReviewItem) => {
    const review = kept.get(item.id);
    const card = review?.card ?? null;
    if (review && isAside(review, now)) pool.aside.push(review);
    else if (card) pool.scheduled.push({ ...item, card });
    else pool.fresh.push({ ...item, card });
  };
  const byAge = [...annotations].sort((a, b) => a.created - b.created || compare(a.id, b.id));
  for (const annotation of byAge) if (isReviewed(annotation, chosen)) put(noteItem(annotation));
  for (const { articleKey, claims } of [...choices].sort((a, b) => compare(a.articleKey, b.articleKey))) {
    if (!claims) continue;
    for (const claimId of claimIdsOf(articleKey)) {
      put(itemOf(articleKey, { kind: 'claim', claimId }));
    }
  }
  return pool;
}

/**
 * What is asked today, in order: what is due, longest due first; then new items, oldest first, notes before claims, as
 * many as the daily goal leaves room for; last, what is learned within the day and comes back in a few minutes.
 * @param more new items beyond the goal that the reader asked for
 */
export function queueOf(material: ReviewMaterial, claimIdsOf: ClaimIdsOf, now: number, more = 0): QueuedItem[] {
  const { scheduled, fresh } = poolOf(material, claimIdsOf, now);
  const endOfDay = dayStart(now, 1);
  const due = scheduled
    .filter(({ card }) => (card.state === 'review' ? card.due < endOfDay : mayComeBack(card, now)))
    .sort((a, b) => a.card.due - b.card.due || compare(a.id, b.id));
  const [ready, soon] = [due.filter((item) => !isSoon(item, now)), due.filter((item) => isSoon(item, now))];
  const room = Math.max(0, material.settings.goal - material.gradesToday.length - ready.length) + more;
  return [...ready, ...fresh.slice(0, room), ...soon];
}

const mayComeBack = ({ due, lastReview }: CardState, now: number): boolean =>
  due <= now || (due <= now + AHEAD && now >= (due + lastReview) / 2);

const isSoon = ({ card }: { card: CardState }, now: number): boolean => card.state !== 'review' && card.due > now;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
