import browser from 'webextension-polyfill';
import type { Sender } from '../contract/runtime';

/** Opens the form of a claim of the reader's in the tab beside its article. */
export async function openClaimForm(id: string, tab: Sender['tab']): Promise<void> {
  const url = browser.runtime.getURL(`src/packs-page/index.html?claim=${id}`);
  await browser.tabs.create({ url, ...(tab ? { index: tab.index + 1, windowId: tab.windowId } : {}) });
}
