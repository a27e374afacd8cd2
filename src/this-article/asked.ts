import browser from 'webextension-polyfill';

/** A page of another site that the reader asked to have read. */
export interface AskedPage {
  key: string;
  /** Key of the article whose copy it is; `null` when it is none's, or not yet known. */
  copyOf: string | null;
}

/**
 * What the reader asked for in each tab. Kept in memory by the browser, which the worker is not in for long: gone with the
 * browser's session, never on disk, and out of content scripts' reach.
 */
const nameOf = (tabId: number): string => `asked-${tabId}`;

export const remember = (tabId: number, asked: AskedPage): Promise<void> =>
  browser.storage.session.set({ [nameOf(tabId)]: asked });

export const forget = (tabId: number): Promise<void> => browser.storage.session.remove(nameOf(tabId));

/** What the reader last asked for in a tab; it may have gone elsewhere since. */
export async function askedIn(tabId: number): Promise<AskedPage | null> {
  const kept = await browser.storage.session.get(nameOf(tabId));
  return (kept[nameOf(tabId)] as AskedPage | undefined) ?? null;
}
