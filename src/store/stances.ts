import { type ClaimStance, noStance, type Stance, type StanceClaim, withOpened, withStance } from '../core/stance';
import { library } from './library';

/** Keeps what the reader says to a claim; `null` takes it back. */
export const takeStance = (claim: StanceClaim, stance: Stance | null, now = Date.now()): Promise<ClaimStance> =>
  update(claim, (kept) => withStance(kept, stance, now));

/** Notes that a counterargument of a claim was opened: stances taken from now on are "after". */
export const openedCounterargument = (claim: StanceClaim, now = Date.now()): Promise<ClaimStance> =>
  update(claim, (kept) => withOpened(kept, now));

/** Puts a record back as it was. @returns what stood there before */
export function putStance(kept: ClaimStance): Promise<ClaimStance> {
  return library.transaction('rw', library.stances, async () => {
    const { claimId, articleKey, statement } = kept;
    const before = await library.stances.get([articleKey, claimId]);
    await library.stances.put(kept);
    return before ?? noStance({ claimId, articleKey, statement });
  });
}

function update(claim: StanceClaim, change: (kept: ClaimStance) => ClaimStance): Promise<ClaimStance> {
  return library.transaction('rw', library.stances, async () => {
    const kept = (await library.stances.get([claim.articleKey, claim.claimId])) ?? noStance(claim);
    const changed = change(kept);
    if (changed !== kept) await library.stances.put(changed);
    return changed;
  });
}

/** What was said to the claims of an article, known by its key in the claim database. */
export const stancesOn = (articleKey: string): Promise<ClaimStance[]> =>
  library.stances.where('articleKey').equals(articleKey).toArray();

/** Every claim to which anything was said. */
export async function allStances(): Promise<ClaimStance[]> {
  return (await library.stances.toArray()).filter(({ history }) => history.length > 0);
}
