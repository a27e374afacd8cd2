import browser from 'webextension-polyfill';
import { askPage } from '../contract/page';

/** Has every open page of the site take in what the reader chose. A tab without a content script has nothing to take. */
export async function tellPages(): Promise<void> {
  const { host_permissions: url = [] } = browser.runtime.getManifest();
  const tabs = await browser.tabs.query({ url });
  await Promise.allSettled(tabs.map(({ id = -1 }) => askPage(id, 'refresh', {})));
}
