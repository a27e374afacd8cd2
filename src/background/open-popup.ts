import browser from 'webextension-polyfill';
import type { Sender } from '../contract/runtime';

/** Milliseconds in which a popup is there that the browser has said it opened, and between two looks for it. */
const PATIENCE = 1500;
const PAUSE = 50;

/** Opens the popup; where the browser opens none, the same view in a tab. */
export async function openPopup(tab: Sender['tab']): Promise<void> {
  const isOpening = await browser.action.openPopup().then(
    () => true,
    () => false,
  );
  if (!isOpening || !(await isOpenSoon())) await openAsTab(tab);
}

/** Firefox now and then says that it opened a popup, and shows none. */
async function isOpenSoon(): Promise<boolean> {
  // A worker has no views to ask for: Chromium keeps its word.
  if (!browser.extension.getViews) return true;
  for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
    if (browser.extension.getViews({ type: 'popup' }).length > 0) return true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return false;
}

async function openAsTab(tab: Sender['tab']): Promise<void> {
  const url = browser.runtime.getURL(`src/popup/index.html?tab=${tab?.id ?? ''}`);
  await browser.tabs.create({ url, ...(tab ? { index: tab.index + 1, windowId: tab.windowId } : {}) });
}
