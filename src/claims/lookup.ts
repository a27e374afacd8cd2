import database from 'virtual:claim-database';
import type { ArticleClaims } from '../core/claim';
import { foldHeadline } from '../core/headline';
import { withSources } from './database';

/** What an article is known by: its address's key and its headline, either of which may have changed. */
export interface ArticleName {
  key: string;
  headline: string;
}

/** The claims of an article, found by its address or, since slugs change, by its headline; `null` when it is not known. */
export function claimsOf({ key, headline }: ArticleName): ArticleClaims | null {
  const folded = foldHeadline(headline);
  const article =
    database.articles.find((known) => known.key === key) ??
    (folded === '' ? undefined : database.articles.find((known) => foldHeadline(known.headline) === folded));
  return article ? withSources(article, database.sources) : null;
}

/** The ids of an article's claims in reading order; empty when it is not known. */
export const claimIdsOf = (key: string): string[] => claimsOf({ key, headline: '' })?.claims.map(({ id }) => id) ?? [];

/** Who wrote an article, as far as the claim database knows; empty otherwise. */
export function authorOf({ key, headline }: ArticleName): string {
  return (authors().get(key) ?? authors().get(foldHeadline(headline)))?.author ?? '';
}

let known: Map<string, { author: string }> | null = null;

/** Articles by key and by headline: a library asks for hundreds. */
function authors(): Map<string, { author: string }> {
  known ??= new Map(database.articles.flatMap((one) => [[one.key, one] as const, [foldHeadline(one.headline), one]]));
  return known;
}
