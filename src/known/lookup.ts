import { claimsOf as shippedClaimsOf } from '../claims/lookup';
import type { ArticleName } from '../core/article-name';
import type { ArticleClaims } from '../core/claim';
import { addedOn, namesAdded, namesOf } from './added';
import { merged } from './merge';

/**
 * The claims of an article, ours, those of the packs that are switched on, and the reader's own, found by its address or, since slugs
 * change, by its headline; `null` when nobody knows it.
 */
export async function claimsOf(name: ArticleName): Promise<ArticleClaims | null> {
  const shipped = await shippedClaimsOf(name);
  // Packs or a library that cannot be read keep nobody from our claims; their own pages say what is wrong.
  return merged(shipped, await addedOn(namesOf(name, shipped)).catch(() => []));
}

/** What is known of some articles, to be asked without waiting; of others it says it knows nothing. */
export interface KnownArticles {
  claimsOf: (name: ArticleName) => ArticleClaims | null;
  /** The ids of an article's claims in reading order. */
  claimIdsOf: (key: string) => string[];
}

/** Looks articles up for those who ask many at once. */
export async function knownAmong(names: Iterable<ArticleName>): Promise<KnownArticles> {
  const known = new Map<string, ArticleClaims>();
  // Asked of all at once: to ask each of the hundreds of a library, of which packs know a few, took a second.
  const isAdded = await namesAdded().catch(() => () => false);
  for (const name of names) {
    const shipped = await shippedClaimsOf(name);
    const article = namesOf(name, shipped).some(isAdded) ? await claimsOf(name) : shipped;
    if (article) known.set(nameOf(name), article);
  }
  const of = (name: ArticleName) => known.get(nameOf(name)) ?? null;
  return {
    claimsOf: of,
    claimIdsOf: (key) => of({ key, headline: '' })?.claims.map(({ id }) => id) ?? [],
  };
}

const nameOf = ({ key, headline }: ArticleName): string => JSON.stringify([key, headline]);
