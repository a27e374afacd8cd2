import type { StoredArticle } from '../../src/claims/database';
import type { ArticleText } from './layout';

/**
 * A stand-in for an article, made of what the claim database holds on it: headline, our summary, and of each claim's
 * passage the first and last words. Nobody's text is shipped, and every claim stands where it can be read.
 */
export function replicaOf(article: StoredArticle): ArticleText {
  return {
    url: article.url,
    headline: article.headline,
    lead: 'An offline stand-in: our summary, and the first and last words of each passage a claim speaks of.',
    author: article.author,
    published: article.published,
    sectionLine: article.section ?? null,
    paragraphs: [
      article.summary,
      ...article.claims.map(({ excerpt: { prefix, start, end, suffix } }) =>
        ['…', prefix, start, '…', end, suffix, '…'].filter((part) => part !== '').join(' '),
      ),
    ],
  };
}
