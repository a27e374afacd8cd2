import browser from 'webextension-polyfill';
import type { Sender } from '../contract/runtime';

/** Opens the popup; where the browser opens none without a click on the toolbar, the same view in a tab. */
export async function openPopup(tab: Sender['tab']): Promise<void> {
  await browser.action.openPopup().catch(() => openAsTab(tab));
}

async function openAsTab(tab: Sender['tab']): Promise<void> {
  const url = browser.runtime.getURL(`src/popup/index.html?tab=${tab?.id ?? ''}`);
  await browser.tabs.create({ url, ...(tab ? { index: tab.index + 1, windowId: tab.windowId } : {}) });
}
