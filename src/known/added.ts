import { withSources } from '../claims/database';
import type { ArticleName } from '../core/article-name';
import type { ArticleClaims } from '../core/claim';
import { foldHeadline } from '../core/headline';
import { ownArticle } from '../core/own-claim';
import { keptPacks } from '../packs/kept-packs';
import { articleKeysOf } from '../store/articles';
import { articlesWithOwnClaims, hasOwnClaims, ownClaimsOn } from '../store/own-claims';
import type { Added } from './merge';

/** The names under which others may hold an article: the one it is asked for by, and those we know it by. */
export const namesOf = (asked: ArticleName, shipped: ArticleClaims | null): ArticleName[] =>
  shipped ? [asked, { key: shipped.key, headline: shipped.headline }] : [asked];

/** What the enabled packs hold on an article, and the claims that the reader has made on it. */
export async function addedOn(names: readonly ArticleName[]): Promise<Added[]> {
  const [ofPacks, own] = await Promise.all([packsOn(names), ownOn(names)]);
  return [...ofPacks, ...own];
}

/** Whether a pack or the reader may hold anything on an article of that name, to be asked without waiting. */
export async function namesAdded(): Promise<(name: ArticleName) => boolean> {
  const [ofPacks, own] = await Promise.all([keptPacks.names(), articlesWithOwnClaims()]);
  const keys = new Set([...ofPacks.keys, ...own.keys]);
  const folds = new Set([...ofPacks.folds, ...own.folds]);
  return ({ key, headline }) => keys.has(key) || folds.has(foldHeadline(headline));
}

async function ownOn(names: readonly ArticleName[]): Promise<Added[]> {
  if (!(await hasOwnClaims())) return [];
  const keys = await Promise.all(names.map(({ key, headline }) => articleKeysOf(key, foldHeadline(headline))));
  const article = ownArticle(await ownClaimsOn([...new Set(keys.flat())]));
  return article ? [{ origin: { kind: 'own' }, article }] : [];
}

async function packsOn(names: readonly ArticleName[]): Promise<Added[]> {
  const found = await keptPacks.articlesOf(names);
  return found.map(({ pack: { id, name }, article }) => ({
    origin: { kind: 'pack', id, name },
    article: withSources(article),
  }));
}
