import browser from 'webextension-polyfill';
import { chosenArticles, queueOf } from '../core/review-queue';
import { knownAmong } from '../known/lookup';
import { readReviewSettings } from '../store/review-settings';
import { readQueueMaterial } from '../store/reviews';

/** Milliseconds within which a count is not made again for a mere change of tab. */
const FRESH = 5000;
let countedAt = Number.NEGATIVE_INFINITY;

/**
 * Counts again as time goes by. There is no clock to be woken by without another permission: so it is done when the
 * reader changes tabs or comes back to a window, which is also when they look at the button.
 */
export function followTime(): void {
  const look = () => {
    if (Date.now() - countedAt > FRESH) void showDue().catch(() => undefined);
  };
  browser.tabs.onActivated.addListener(look);
  browser.windows.onFocusChanged.addListener(look);
}

/** Shows on the toolbar button what is due for review, where a tab has no count of its own; nothing unless the reader wants it. */
export async function showDue(now = Date.now()): Promise<void> {
  countedAt = now;
  const { badge } = await readReviewSettings();
  const due = badge ? await countDue(now) : 0;
  await browser.action.setBadgeText({ text: due > 0 ? String(due) : '' });
}

async function countDue(now: number): Promise<number> {
  const material = await readQueueMaterial(now);
  const { claimIdsOf } = await knownAmong(chosenArticles(material));
  return queueOf(material, claimIdsOf, now).length;
}
