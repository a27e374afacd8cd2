import browser from 'webextension-polyfill';
import { onEveryChange } from '../store/live';
import { readAccount } from '../sync/account';
import { isMetered, runSync } from '../sync/run';

const ALARM = 'sync';
const SOON = 'sync soon';
/** Minutes between two syncs when nothing happens here; others may have written. */
const PERIOD = 15;
/** Milliseconds of quiet after a change: a note is saved many times while it is written. */
const QUIET = 4000;

/**
 * Syncs from time to time, and soon after a change. An alarm follows each change as well: the worker may be gone before
 * the quiet is over, and the alarm wakes another, which goes on where this one was.
 */
export function keepSynced(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM || name === SOON) void syncQuietly();
  });
  void browser.alarms.get(ALARM).then((alarm) => {
    if (!alarm) browser.alarms.create(ALARM, { periodInMinutes: PERIOD });
  });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  onEveryChange(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void syncQuietly(), QUIET);
    void readAccount().then((account) => account && browser.alarms.create(SOON, { delayInMinutes: 1 }));
  });
}

/** Not on a metered connection: the reader can still ask for it. */
async function syncQuietly(): Promise<void> {
  if (isMetered()) return;
  await browser.alarms.clear(SOON);
  await runSync().catch((error: unknown) => console.warn('No sync this time:', error));
}
