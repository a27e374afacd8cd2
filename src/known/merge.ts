import type { ArticleClaims, Claim, ClaimLink, ClaimOrigin } from '../core/claim';

/** What somebody else than we holds on an article. */
export interface Added {
  origin: ClaimOrigin;
  article: ArticleClaims;
}

/**
 * An article's claims of all origins as one: ours first, then those of each other, each in its own order and marked with
 * where it is from. What is said of the article itself is ours, or that of the first.
 */
export function merged(shipped: ArticleClaims | null, added: readonly Added[]): ArticleClaims | null {
  const others = added.map(({ origin, article }) => ({
    ...article,
    claims: article.claims.map((claim) => ({ ...claim, origin })),
  }));
  const all = shipped ? [shipped, ...others] : others;
  const [first] = all;
  if (!first || others.length === 0) return shipped;
  return {
    ...first,
    claims: all.flatMap(({ key, claims }) => claims.map((claim) => linkedWithin(claim, key, first.key))),
    events: all.flatMap(({ events }) => events).sort((a, b) => (a.date < b.date ? -1 : 1)),
    glossary: distinct(all.flatMap(({ glossary }) => glossary)),
    checks: all.flatMap(({ checks }) => checks),
  };
}

/** A pack may know the article by another address: what it links within the article stays within. */
function linkedWithin(claim: Claim, from: string, to: string): Claim {
  if (from === to) return claim;
  const again = (links: ClaimLink[]) =>
    links.map((link) => (link.articleKey === from ? { ...link, articleKey: to } : link));
  return {
    ...claim,
    supports: again(claim.supports),
    dependsOn: again(claim.dependsOn),
    contradicts: again(claim.contradicts),
  };
}

/** A term that several explain is explained once, by the first. */
function distinct(entries: ArticleClaims['glossary']): ArticleClaims['glossary'] {
  const terms = new Set<string>();
  return entries.filter(({ term }) => {
    const folded = term.toLowerCase();
    return !terms.has(folded) && terms.add(folded);
  });
}
