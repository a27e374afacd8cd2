import type { Review } from '../core/review';
import type { ClaimStance } from '../core/stance';
import { same } from './canonical';

/** What the reader said to a claim on two devices: all of it, in the order of time. @returns `kept` when nothing changes */
export function mergeStances(kept: ClaimStance, incoming: ClaimStance): ClaimStance {
  const times = new Map([...incoming.history, ...kept.history].map((taken) => [taken.time, taken]));
  const history = [...times.values()].sort((a, b) => a.time - b.time);
  const openings = [kept.opened, incoming.opened].filter((time) => time !== null);
  const opened = openings.length > 0 ? Math.min(...openings) : null;
  const merged = { ...kept, history, opened };
  return same(merged, kept) ? kept : merged;
}

/** An item's memory after reviews on two devices: that of the later review. @returns `kept` when nothing changes */
export const mergeReviews = (kept: Review, incoming: Review): Review =>
  (incoming.card?.lastReview ?? 0) > (kept.card?.lastReview ?? 0) ? incoming : kept;
