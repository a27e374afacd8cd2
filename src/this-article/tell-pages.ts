import browser from 'webextension-polyfill';
import { askPage } from '../contract/page';

/** Has every open page that is read take in what the reader chose. A tab without a content script has nothing to take. */
export async function tellPages(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.map(({ id = -1 }) => askPage(id, 'refresh', {})));
}
