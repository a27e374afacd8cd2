import type { StoredArticle } from '../../src/claims/database';
import type { ClaimLink, Source, Verdict } from '../../src/core/claim';

/** Our verdicts in words. They are no scale, so no `ratingValue` is made up for them. */
const VERDICTS: Record<Verdict, string> = {
  holds: 'Holds up',
  mixed: 'Mixed',
  contested: 'Contested',
  overtaken: 'Overtaken by events',
  unsupported: 'Unsupported',
};
const US = { '@type': 'Organization', name: 'Counterpoint' };

type StoredClaim = StoredArticle['claims'][number];

/**
 * Articles as schema.org JSON-LD (https://schema.org/ClaimReview): a review of each claim with its verdict, reason and
 * the works it cites. What a claim depends on is what it is based on; of what it supports or contradicts schema.org has
 * no words: Argdown has.
 */
export function toClaimReview(articles: StoredArticle[]): string {
  const graph = articles.flatMap((article) => article.claims.map((claim) => reviewOf(claim, article)));
  return `${JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }, null, 2)}\n`;
}

function reviewOf(claim: StoredClaim, { key, url, headline, author, published, works }: StoredArticle): object {
  const cited = [...claim.counterarguments, ...claim.support].flatMap(({ sources }) => sources.map((one) => one.key));
  return {
    '@type': 'ClaimReview',
    author: US,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    claimReviewed: claim.statement,
    reviewBody: claim.assessment.reason,
    reviewRating: { '@type': 'Rating', alternateName: VERDICTS[claim.assessment.verdict] },
    itemReviewed: {
      '@type': 'Claim',
      '@id': idOf({ articleKey: key, claimId: claim.id }),
      name: claim.label,
      text: claim.statement,
      author: { '@type': 'Person', name: author },
      datePublished: published,
      appearance: { '@type': 'Article', url, headline },
      ...(claim.dependsOn.length > 0 ? { isBasedOn: claim.dependsOn.map((link) => ({ '@id': idOf(link) })) } : {}),
    },
    citation: [...new Set(cited)].flatMap((source) => (works[source] ? [workOf(works[source])] : [])),
  };
}

const idOf = ({ articleKey, claimId }: ClaimLink): string => `https://thediplomat.com/${articleKey}/#claim-${claimId}`;

const workOf = ({ author, title, venue, year, url }: Source): object => ({
  '@type': 'CreativeWork',
  author,
  name: title,
  publisher: venue,
  datePublished: String(year),
  ...(url ? { url } : {}),
});
