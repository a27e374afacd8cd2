import { type KnownArticles, knownAmong } from '../../claims/lookup';
import type { Annotation, ReadArticle } from '../../core/annotation';
import { type ArticleClaims, type Claim, STRENGTHS } from '../../core/claim';
import { dayStart } from '../../core/day';
import { type CardState, defaultChoice, type GradeGiven, type Review, type ReviewSubject } from '../../core/review';
import { poolOf, type QueuedItem, queueOf } from '../../core/review-queue';
import { allArticles } from '../../store/articles';
import { gradesSince, type ReviewState, readReviewState } from '../../store/reviews';
import { type DayCount, forecastOf, weeksBegin, weeksOf } from './days';

/** Weeks of the heat map and days of the forecast. */
const WEEKS = 15;
const DAYS = 14;

/** What the reader is asked: a highlight whose note is to be recalled, or a claim. */
export type Question = { item: QueuedItem; headline: string } & (
  | { kind: 'annotation'; annotation: Annotation }
  | { kind: 'claim'; claim: Claim; article: ArticleClaims; note: string }
);

/** An article as the choice of what is reviewed shows it. */
export interface ReviewArticle {
  key: string;
  /** Its key in the claim database; `null` when it is not known there. */
  claimsKey: string | null;
  headline: string;
  notes: { count: number; on: boolean };
  claims: { count: number; on: boolean };
}

/** All that the review view shows, as of one moment. */
export interface ReviewDay {
  questions: Question[];
  /** Given today, and wanted. */
  done: number;
  goal: number;
  badge: boolean;
  /** Items in review at all; new ones among them that today's goal leaves no room for. */
  total: number;
  waiting: number;
  /** When the next item that is being learned comes back today; `null` when none does. */
  soon: number | null;
  weeks: DayCount[][];
  forecast: DayCount[];
  articles: ReviewArticle[];
  aside: { review: Review; label: string }[];
}

/** What changes with each grade: little, and read anew each time. */
export interface ReviewMoment {
  state: ReviewState;
  /** The grades of the heat map's weeks. */
  grades: GradeGiven[];
  now: number;
}

/** Reads what of the day changes with each grade. */
export async function readReviewMoment(now: number): Promise<ReviewMoment> {
  const [state, grades] = await Promise.all([readReviewState(now), gradesSince(weeksBegin(now, WEEKS))]);
  return { state, grades, now };
}

/** The articles of the library, and what the claim database knows of them: read anew when the reader opens another. */
export interface ReviewReading {
  articles: ReadArticle[];
  known: KnownArticles;
}

export async function readReviewReading(): Promise<ReviewReading> {
  const [articles, { choices }] = await Promise.all([allArticles(), readReviewState(0)]);
  const keys = [...articles.map(({ key }) => key), ...choices.map(({ articleKey }) => articleKey)];
  const byKey = keys.map((key) => ({ key, headline: '' }));
  return { articles, known: await knownAmong([...articles, ...byKey]) };
}

/** The day as it stands. @param more new items beyond the goal that the reader asked for */
export function reviewDayOf(
  { state, grades, now }: ReviewMoment,
  annotations: Annotation[],
  { articles, known }: ReviewReading,
  more: number,
): ReviewDay {
  const material = { ...state, annotations };
  const { settings, choices, gradesToday } = state;
  const pool = poolOf(material, known.claimIdsOf, now);
  const queue = queueOf(material, known.claimIdsOf, now, more);
  const headlines = new Map(articles.map(({ key, headline }) => [key, headline]));
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const questions = queue.flatMap((item) => questionOf(item, byId, headlines, known));
  const cards: CardState[] = pool.scheduled.map(({ card }) => card);
  const asked = new Set(queue.map(({ id }) => id));
  const today = pool.scheduled.filter(({ id, card }) => card.due < dayStart(now, 1) && !asked.has(id));
  return {
    questions,
    done: gradesToday.length,
    ...settings,
    total: pool.scheduled.length + pool.fresh.length + pool.aside.length,
    waiting: pool.fresh.length - queue.filter(({ card }) => card === null).length,
    soon: today.length > 0 ? Math.min(...today.map(({ card }) => card.due)) : null,
    weeks: weeksOf(grades, now, WEEKS),
    forecast: forecastOf(cards, queue.length, now, DAYS),
    articles: articlesOf({ articles, known }, annotations, choices),
    aside: pool.aside.map((review) => ({
      review,
      label: labelOf(review.subject, review.articleKey, annotations, known),
    })),
  };
}

function questionOf(
  item: QueuedItem,
  annotations: Map<string, Annotation>,
  headlines: Map<string, string>,
  { claimsOf }: KnownArticles,
): Question[] {
  const { subject, articleKey } = item;
  if (subject.kind === 'annotation') {
    const annotation = annotations.get(subject.annotationId);
    const headline = headlines.get(articleKey) || articleKey;
    return annotation ? [{ item, headline, kind: 'annotation', annotation }] : [];
  }
  const article = claimsOf({ key: articleKey, headline: '' });
  const claim = article?.claims.find(({ id }) => id === subject.claimId);
  if (!article || !claim) return [];
  return [
    {
      item,
      headline: article.headline,
      kind: 'claim',
      claim,
      article,
      note: noteOn(claim.id, [...annotations.values()]),
    },
  ];
}

/** The reader's note on a claim; empty when there is none. */
const noteOn = (claimId: string, annotations: Annotation[]): string =>
  annotations.find(({ target }) => target.kind === 'claim' && target.claimId === claimId)?.note ?? '';

function labelOf(
  subject: ReviewSubject,
  articleKey: string,
  annotations: Annotation[],
  { claimsOf }: KnownArticles,
): string {
  if (subject.kind === 'claim') {
    const claims = claimsOf({ key: articleKey, headline: '' })?.claims ?? [];
    return claims.find(({ id }) => id === subject.claimId)?.label ?? subject.claimId;
  }
  const target = annotations.find(({ id }) => id === subject.annotationId)?.target;
  return target?.kind === 'words' ? target.quote.exact : '';
}

/** The articles of which there is anything to review, the one read last first. */
function articlesOf(
  { articles, known }: ReviewReading,
  annotations: Annotation[],
  choices: { articleKey: string; notes: boolean; claims: boolean }[],
): ReviewArticle[] {
  const noted = new Map<string, number>();
  for (const { articleKey, note, target } of annotations) {
    if (note.trim() !== '' && target.kind === 'words') noted.set(articleKey, (noted.get(articleKey) ?? 0) + 1);
  }
  const chosen = (key: string) => choices.find(({ articleKey }) => articleKey === key) ?? defaultChoice(key);
  return [...articles]
    .sort((a, b) => b.lastRead - a.lastRead)
    .map(({ key, headline }) => {
      const claims = known.claimsOf({ key, headline });
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

/** A claim's strongest counterargument; the first of equals. */
export const strongestOf = ({ counterarguments }: Claim) =>
  [...counterarguments].sort((a, b) => STRENGTHS.indexOf(b.strength) - STRENGTHS.indexOf(a.strength))[0];
