import type { OwnClaim, OwnClaimText } from '../core/own-claim';
import { articlesByKey } from './articles';
import { library } from './library';

/** Keeps a new claim of the reader's. A repeated request with the same id changes nothing. */
export function addOwnClaim(claim: OwnClaim): Promise<void> {
  return library.transaction('rw', library.ownClaims, async () => {
    if (!(await library.ownClaims.get(claim.id))) await library.ownClaims.add(claim);
  });
}

/** Keeps what the reader has written of a claim, or that it is deleted or no longer so. */
export async function changeOwnClaim(
  id: string,
  change: Partial<OwnClaimText> | Pick<OwnClaim, 'deleted'>,
): Promise<void> {
  await library.ownClaims.update(id, { ...change, updated: Date.now() });
}

/** Whether the reader has made any, which most have not. */
export const hasOwnClaims = async (): Promise<boolean> => (await library.ownClaims.count()) > 0;

/** The reader's claims on any of these articles, oldest first. */
export async function ownClaimsOn(articleKeys: readonly string[]): Promise<OwnClaim[]> {
  const rows = await library.ownClaims.where('articleKey').anyOf(articleKeys).toArray();
  return rows.filter(({ deleted }) => deleted === null).sort((a, b) => a.created - b.created);
}

/** The addresses of the articles on which the reader has made claims, and their folded headlines. */
export async function articlesWithOwnClaims(): Promise<{ keys: string[]; folds: string[] }> {
  const keys = (await library.ownClaims.orderBy('articleKey').uniqueKeys()) as string[];
  const folds = (await articlesByKey(keys)).map(({ headlineFold }) => headlineFold);
  return { keys, folds: folds.filter((fold) => fold !== '') };
}

/** Every claim of the reader's, the deleted ones too, newest first. */
export const allOwnClaims = async (): Promise<OwnClaim[]> =>
  (await library.ownClaims.toArray()).sort((a, b) => b.created - a.created);
