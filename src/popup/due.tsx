import { useEffect } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { askBackground } from '../contract/ask';
import { chosenArticles, queueOf } from '../core/review-queue';
import { t } from '../i18n/messages';
import { knownAmong } from '../known/lookup';
import { live } from '../store/live';
import { readQueueMaterial } from '../store/reviews';
import { useLive } from '../ui/use-live';

/** How many items are due for review today, as the way to them; nothing when there are none. */
export function Due() {
  const due = useLive(() => live(countDue), []);
  useEffect(() => {
    // The count on the toolbar button may be yesterday's.
    askBackground('showDue', {}).catch(() => undefined);
  }, []);
  if (!due) return null;
  const url = browser.runtime.getURL('src/library/index.html?view=review');
  return (
    <button type="button" class="link" onClick={() => void browser.tabs.create({ url })}>
      {t('popup_due', { count: due })}
    </button>
  );
}

async function countDue(): Promise<number> {
  const now = Date.now();
  const material = await readQueueMaterial(now);
  const { claimIdsOf } = await knownAmong(chosenArticles(material));
  return queueOf(material, claimIdsOf, now).length;
}
