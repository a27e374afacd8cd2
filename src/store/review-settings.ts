import { defaultChoice, type ReviewChoice, type ReviewSettings } from '../core/review';
import { library } from './library';

const DEFAULTS: ReviewSettings = { goal: 10, badge: false };
const NAMES = { goal: 'reviewGoal', badge: 'reviewBadge' } as const;

/** Most reviews a day that can be aimed at. */
export const LARGEST_GOAL = 200;

/** What the reader chose for reviewing, or how it is when nothing was chosen. */
export async function readReviewSettings(): Promise<ReviewSettings> {
  const [goal, badge] = await library.settings.bulkGet([NAMES.goal, NAMES.badge]);
  return {
    goal: isGoal(goal?.value) ? goal.value : DEFAULTS.goal,
    badge: typeof badge?.value === 'boolean' ? badge.value : DEFAULTS.badge,
  };
}

/** Keeps a choice. A goal that is no whole number from 1 to LARGEST_GOAL is not one and is left out. */
export async function changeReviewSettings({ goal, badge }: Partial<ReviewSettings>): Promise<void> {
  if (isGoal(goal)) await library.settings.put({ name: NAMES.goal, value: goal });
  if (badge !== undefined) await library.settings.put({ name: NAMES.badge, value: badge });
}

const isGoal = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LARGEST_GOAL;

/** Keeps what of an article is reviewed; what is not named stays as it was. */
export function changeReviewChoice(articleKey: string, change: Partial<Omit<ReviewChoice, 'articleKey'>>) {
  return library.transaction('rw', library.reviewChoices, async () => {
    const kept = (await library.reviewChoices.get(articleKey)) ?? defaultChoice(articleKey);
    await library.reviewChoices.put({ ...kept, ...change });
  });
}
