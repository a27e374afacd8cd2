import type { OwnClaim } from '../core/own-claim';
import { library } from './library';

/** The reader's claims on any of these articles, oldest first. */
export async function ownClaimsOn(articleKeys: readonly string[]): Promise<OwnClaim[]> {
  const rows = await library.ownClaims.where('articleKey').anyOf(articleKeys).toArray();
  return rows.filter(({ deleted }) => deleted === null).sort((a, b) => a.created - b.created);
}
