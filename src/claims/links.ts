import type { ClaimLink } from '../core/claim';

/** A claim as links see it. */
export interface LinkedClaim {
  articleKey: string;
  id: string;
  /** `file:line`, for those who are told what is wrong. */
  at: string;
  supports: ClaimLink[];
}

const nameOf = (articleKey: string, id: string): string => `${articleKey}#${id}`;

/**
 * The circles in what supports what: a claim that is, through others, a reason for itself has none.
 * @returns each circle once, as the claims it runs through
 */
export function circlesOf(claims: readonly LinkedClaim[]): LinkedClaim[][] {
  const byName = new Map(claims.map((claim) => [nameOf(claim.articleKey, claim.id), claim]));
  const circles: LinkedClaim[][] = [];
  const done = new Set<LinkedClaim>();
  for (const claim of claims) {
    // Depth first, without recursion: a chain may be as long as the database. `path` is the way from the first claim.
    const path: LinkedClaim[] = [];
    const onPath = new Set<LinkedClaim>();
    const open = done.has(claim) ? [] : [{ claim, next: 0 }];
    for (let last = open.at(-1); last; last = open.at(-1)) {
      if (last.next === 0) {
        path.push(last.claim);
        onPath.add(last.claim);
      }
      const link = last.claim.supports[last.next++];
      if (!link) {
        open.pop();
        path.pop();
        onPath.delete(last.claim);
        done.add(last.claim);
        continue;
      }
      const target = byName.get(nameOf(link.articleKey, link.claimId));
      if (target && onPath.has(target)) circles.push(path.slice(path.indexOf(target)));
      else if (target && !done.has(target)) open.push({ claim: target, next: 0 });
    }
  }
  return circles;
}
