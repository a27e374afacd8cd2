import { isArticleKey } from '../core/address';
import type { ArticleClaims } from '../core/claim';
import { archive, copies } from './archive';
import type { ArticleName } from './archive-read';
import { withSources } from './database';

/**
 * The claims of an article, found by its address or, since slugs change, by its headline; `null` when it is not known.
 * Pages of other sites are known by their words (copies.ts): a headline like an article's makes no copy.
 */
export async function claimsOf({ key, headline }: ArticleName): Promise<ArticleClaims | null> {
  const article = await archive.find({ key, headline: isArticleKey(key) ? headline : '' });
  return article && withSources(article);
}

/** The article whose copy a page of another site is, by its text; `null` when it is none's. */
export async function originalOf(text: string): Promise<ArticleClaims | null> {
  const article = await copies.originalOf(text);
  return article && withSources(article);
}

/** What the claim database knows of some articles, to be asked without waiting; of others it says it knows nothing. */
export interface KnownArticles {
  claimsOf: (name: ArticleName) => ArticleClaims | null;
  /** The ids of an article's claims in reading order. */
  claimIdsOf: (key: string) => string[];
}

/** Looks articles up for those who ask many at once. */
export async function knownAmong(names: Iterable<ArticleName>): Promise<KnownArticles> {
  const known = new Map<string, ArticleClaims>();
  for (const name of names) {
    const article = await claimsOf(name);
    if (article) known.set(nameOf(name), article);
  }
  const of = (name: ArticleName) => known.get(nameOf(name)) ?? null;
  return {
    claimsOf: of,
    claimIdsOf: (key) => of({ key, headline: '' })?.claims.map(({ id }) => id) ?? [],
  };
}

const nameOf = ({ key, headline }: ArticleName): string => JSON.stringify([key, headline]);
