import { withSources } from '../claims/database';
import type { ArticleName } from '../core/article-name';
import type { ArticleClaims } from '../core/claim';
import { keptPacks } from '../packs/kept-packs';
import type { Added } from './merge';

/** The names under which others may hold an article: the one it is asked for by, and those we know it by. */
export const namesOf = (asked: ArticleName, shipped: ArticleClaims | null): ArticleName[] =>
  shipped ? [asked, { key: shipped.key, headline: shipped.headline }] : [asked];

/** What the enabled packs hold on an article. */
export async function addedOn(names: readonly ArticleName[]): Promise<Added[]> {
  const found = await keptPacks.articlesOf(names);
  return found.map(({ pack: { id, name }, article }) => ({
    origin: { kind: 'pack', id, name },
    article: withSources(article),
  }));
}
