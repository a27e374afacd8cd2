import browser from 'webextension-polyfill';

/** Opens the map of an article, known by its key in the claim database. @param tabId the tab whose words it leads to */
export async function openMap(articleKey: string, tabId?: number): Promise<void> {
  const query = new URLSearchParams({ article: articleKey, ...(tabId === undefined ? {} : { tab: String(tabId) }) });
  await browser.tabs.create({ url: browser.runtime.getURL(`src/map/index.html?${query}`) });
}
