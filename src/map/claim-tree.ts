import type { ArticleClaims, Claim } from '../core/claim';

/** A claim among those that carry it. */
export interface ClaimNode {
  claim: Claim;
  /** Its number in reading order, from 1. */
  number: number;
  /** The claims that carry it, in reading order. */
  carriedBy: ClaimNode[];
}

/**
 * The claims of an article as its argument: each under the first claim of the same article that it supports, in reading
 * order. (Of several it supports the first is drawn: a tree is read, a web is only looked at.)
 * @returns the claims that support no other: what the article is about, with all that carries it
 */
export function claimTree({ key, claims }: ArticleClaims): ClaimNode[] {
  const nodes = claims.map((claim, i): ClaimNode => ({ claim, number: i + 1, carriedBy: [] }));
  const byId = new Map(nodes.map((node) => [node.claim.id, node]));
  const roots: ClaimNode[] = [];
  for (const node of nodes) {
    const carried = node.claim.supports.find(({ articleKey }) => articleKey === key);
    (byId.get(carried?.claimId ?? '')?.carriedBy ?? roots).push(node);
  }
  return roots;
}
