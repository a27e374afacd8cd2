import { isArticleKey } from '../core/address';
import type { ArticleName } from '../core/article-name';
import type { ArticleClaims } from '../core/claim';
import { archive, copies } from './archive';
import { withSources } from './database';

/**
 * What ships with the extension on an article, found by its address or, since slugs change, by its headline; `null` when
 * it is not known. Pages of other sites are known by their words (copies.ts): a headline like an article's makes no copy.
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
