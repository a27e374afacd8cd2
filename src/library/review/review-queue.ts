import type { Annotation } from '../../core/annotation';
import { type ArticleClaims, type Claim, STRENGTHS } from '../../core/claim';
import { chosenArticles, type QueuedItem, queueOf } from '../../core/review-queue';
import { type KnownArticles, knownAmong } from '../../known/lookup';
import { articlesByKey } from '../../store/articles';
import { readQueueMaterial } from '../../store/reviews';

/** What the reader is asked: a highlight whose note is to be recalled, or a claim. */
export type Question = { item: QueuedItem; headline: string } & (
  | { kind: 'annotation'; annotation: Annotation }
  | { kind: 'claim'; claim: Claim; article: ArticleClaims }
);

/** What is asked now, in order, and how much of the day's goal is done. */
export interface ReviewQueue {
  questions: Question[];
  /** Given today, and wanted. */
  done: number;
  goal: number;
  badge: boolean;
}

/** Reads the questions of now, and nothing of what is not asked. @param more new items beyond the goal that the reader asked for */
export async function readReviewQueue(now: number, more: number): Promise<ReviewQueue> {
  const material = await readQueueMaterial(now, more);
  const known = await knownAmong(chosenArticles(material));
  const queue = queueOf(material, known.claimIdsOf, now, more);
  const articles = await articlesByKey([...new Set(queue.map(({ articleKey }) => articleKey))]);
  const headlines = new Map(articles.map(({ key, headline }) => [key, headline]));
  const byId = new Map(material.annotations.map((annotation) => [annotation.id, annotation]));
  return {
    questions: queue.flatMap((item) => questionOf(item, byId, headlines, known)),
    done: material.gradesToday.length,
    ...material.settings,
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
  return article && claim ? [{ item, headline: article.headline, kind: 'claim', claim, article }] : [];
}

/** A claim's strongest counterargument; the first of equals. */
export const strongestOf = ({ counterarguments }: Claim) =>
  [...counterarguments].sort((a, b) => STRENGTHS.indexOf(b.strength) - STRENGTHS.indexOf(a.strength))[0];
