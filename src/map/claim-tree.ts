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
 * The claims of an article as its argument: each under the one it supports, in reading order.
 * @returns the claims that support no other: what the article is about, with all that carries it
 */
export function claimTree({ claims }: ArticleClaims): ClaimNode[] {
  const nodes = claims.map((claim, i): ClaimNode => ({ claim, number: i + 1, carriedBy: [] }));
  const byId = new Map(nodes.map((node) => [node.claim.id, node]));
  const roots: ClaimNode[] = [];
  for (const node of nodes) (byId.get(node.claim.supports ?? '')?.carriedBy ?? roots).push(node);
  return roots;
}
