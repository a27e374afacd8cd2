import type { Claim } from '../core/claim';
import type { StanceClaim } from '../core/stance';

/** A claim as its stance names it. @param articleKey key of the article in the claim database */
export const stanceClaim = (articleKey: string, { id, statement }: Claim): StanceClaim => ({
  articleKey,
  claimId: id,
  statement,
});
