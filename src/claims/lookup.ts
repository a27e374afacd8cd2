import type { ArticleName } from '../core/article-name';
import type { ArticleClaims } from '../core/claim';
import { archive } from './archive';
import { withSources } from './database';

/** What ships with the extension on an article, found by its address or, since slugs change, by its headline; `null` when it is not known. */
export async function claimsOf(name: ArticleName): Promise<ArticleClaims | null> {
  const article = await archive.find(name);
  return article && withSources(article);
}
