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
export function claimsOf(name: ArticleName): ArticleClaims | null {
  const article = storedOf(name);
  if (!article) return null;
  const told = withItsSources.get(article.key) ?? withSources(article, database.sources);
  withItsSources.set(article.key, told);
  return told;
}

/** The ids of an article's claims in reading order; empty when it is not known. */
export const claimIdsOf = (key: string): string[] => claimsOf({ key, headline: '' })?.claims.map(({ id }) => id) ?? [];

/** Who wrote an article, as far as the claim database knows; empty otherwise. */
export const authorOf = (name: ArticleName): string => storedOf(name)?.author ?? '';

type Stored = (typeof database.articles)[number];

/** Articles by key and by folded headline: a library asks for hundreds. */
let stored: Map<string, Stored> | null = null;
const withItsSources = new Map<string, ArticleClaims>();

function storedOf({ key, headline }: ArticleName): Stored | undefined {
  stored ??= new Map(database.articles.flatMap((one) => [[foldHeadline(one.headline), one] as const, [one.key, one]]));
  // A headline too short to know an article by folds to nothing.
  return stored.get(key) ?? stored.get(foldHeadline(headline) || key);
}
