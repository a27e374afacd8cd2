import browser from 'webextension-polyfill';
import { knownAmong } from '../claims/lookup';
import { chosenArticles, queueOf } from '../core/review-queue';
import { readReviewSettings } from '../store/review-settings';
import { readQueueMaterial } from '../store/reviews';

/** Shows on the toolbar button what is due for review, where a tab has no count of its own; nothing unless the reader wants it. */
export async function showDue(now = Date.now()): Promise<void> {
  const { badge } = await readReviewSettings();
  const due = badge ? await countDue(now) : 0;
  await browser.action.setBadgeText({ text: due > 0 ? String(due) : '' });
}

async function countDue(now: number): Promise<number> {
  const material = await readQueueMaterial(now);
  const { claimIdsOf } = await knownAmong(chosenArticles(material));
  return queueOf(material, claimIdsOf, now).length;
}
