import { resolvingAll } from '../anchoring/resolve';
import { Companion } from './companion';
import { Followers } from './followers';
import type { SecondScript } from './hand-over';

/** What the second script hands over; a page of ours that reads as a page of the site does has it at once. */
export function secondScript(): SecondScript {
  const followers = new Followers();
  return { companionOf: (shown) => new Companion(shown, followers), resolving: resolvingAll };
}
