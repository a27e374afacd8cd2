import type { Annotation } from '../../core/annotation';
import { packOf } from '../../core/claim';
import { dayStart } from '../../core/day';
import { defaultChoice, type GradeGiven, type Review, type ReviewChoice } from '../../core/review';
import { choicesByArticle, poolOf } from '../../core/review-queue';
import { type KnownArticles, knownAmong } from '../../known/lookup';
import { allArticles } from '../../store/articles';
import { gradesSince, type ReviewState, readReviewState } from '../../store/reviews';
import { goneInWords } from '../../ui/origin';
import type { Kept } from '../kept';
import { type DayCount, forecastOf, weeksBegin, weeksOf } from './days';
import type { ReviewQueue } from './review-queue';

/** Weeks of the heat map and days of the forecast. */
const WEEKS = 15;
const DAYS = 14;

/** An article as the choice of what is reviewed shows it. */
export interface ReviewArticle {
  key: string;
  /** Its key in the claim database; `null` when it is not known there. */
  claimsKey: string | null;
  headline: string;
  notes: { count: number; on: boolean };
  claims: { count: number; on: boolean };
}

/** How all that is in review stands, asked now or not. */
export interface ReviewOverview {
  /** Items in review at all; new ones among them that today's goal leaves no room for. */
  total: number;
  waiting: number;
  /** When the next item that is being learned comes back today; `null` when none does. */
  soon: number | null;
  weeks: DayCount[][];
  forecast: DayCount[];
  articles: ReviewArticle[];
  aside: { review: Review; label: string }[];
  /** Claims with grades that are from packs that are not here: not asked, and kept. */
  away: number;
}

/** What of it changes with each grade: little, and read anew each time. */
interface ReviewMoment {
  state: ReviewState;
  /** The grades of the heat map's weeks. */
  grades: GradeGiven[];
  now: number;
}

export async function readReviewMoment(now: number): Promise<ReviewMoment> {
  const [state, grades] = await Promise.all([readReviewState(now), gradesSince(weeksBegin(now, WEEKS))]);
  return { state, grades, now };
}

/** What the claim database knows of the library's articles: looked up anew when the reader opens another. */
export async function readKnownArticles(): Promise<KnownArticles> {
  const [articles, { choices }] = await Promise.all([allArticles(), readReviewState(0)]);
  const keys = [...articles.map(({ key }) => key), ...choices.map(({ articleKey }) => articleKey)];
  return knownAmong([...articles, ...keys.map((key) => ({ key, headline: '' }))]);
}

/** The overview, from a library that was read whole. */
export function overviewOf(
  { state, grades, now }: ReviewMoment,
  known: KnownArticles,
  kept: Kept,
  { questions }: ReviewQueue,
): ReviewOverview {
  const annotations = [...kept.byId.values()].filter(({ deleted }) => deleted === null);
  const { scheduled, fresh, aside } = poolOf({ ...state, annotations }, known.claimIdsOf, now);
  const asked = new Set(questions.map(({ item }) => item.id));
  const today = scheduled.filter(({ id, card }) => card.due < dayStart(now, 1) && !asked.has(id));
  return {
    total: scheduled.length + fresh.length + aside.length,
    waiting: fresh.filter(({ id }) => !asked.has(id)).length,
    soon: today.length > 0 ? Math.min(...today.map(({ card }) => card.due)) : null,
    weeks: weeksOf(grades, now, WEEKS),
    forecast: forecastOf(
      scheduled.map(({ card }) => card),
      questions.length,
      now,
      DAYS,
    ),
    articles: articlesOf(kept.articles, annotations, state.choices, known),
    away: state.reviews.filter((review) => isAway(review, known)).length,
    aside: aside.map((review) => ({ review, label: labelOf(review, kept.byId, known) })),
  };
}

function isAway({ subject, articleKey }: Review, { claimIdsOf }: KnownArticles): boolean {
  if (subject.kind !== 'claim' || packOf(subject.claimId) === null) return false;
  return !claimIdsOf(articleKey).includes(subject.claimId);
}

function labelOf({ subject, articleKey }: Review, annotations: Kept['byId'], { claimsOf }: KnownArticles): string {
  if (subject.kind === 'claim') {
    const claims = claimsOf({ key: articleKey, headline: '' })?.claims ?? [];
    return claims.find(({ id }) => id === subject.claimId)?.label ?? goneInWords(subject.claimId);
  }
  const target = annotations.get(subject.annotationId)?.target;
  return target?.kind === 'words' ? target.quote.exact : '';
}

/** The articles of which there is anything to review, the one read last first. */
function articlesOf(
  articles: Kept['articles'],
  annotations: Annotation[],
  choices: ReviewChoice[],
  { claimsOf }: KnownArticles,
): ReviewArticle[] {
  const noted = new Map<string, number>();
  for (const { articleKey, note, target } of annotations) {
    if (note.trim() !== '' && target.kind === 'words') noted.set(articleKey, (noted.get(articleKey) ?? 0) + 1);
  }
  const byArticle = choicesByArticle(choices);
  const chosen = (key: string) => byArticle.get(key) ?? defaultChoice(key);
  return [...articles]
    .sort(([, a], [, b]) => b.lastRead - a.lastRead)
    .map(([key, { headline }]) => {
      const claims = claimsOf({ key, headline });
      return {
        key,
        claimsKey: claims?.key ?? null,
        headline: headline || key,
        notes: { count: noted.get(key) ?? 0, on: chosen(key).notes },
        claims: { count: claims?.claims.length ?? 0, on: claims ? chosen(claims.key).claims : false },
      };
    })
    .filter(({ notes, claims }) => notes.count > 0 || claims.count > 0);
}
