import browser from 'webextension-polyfill';
import type { PageRefusal } from '../contract/page';

/** Why a page cannot be read. */
export type Refusal = PageRefusal | 'browser' | 'store';

/** A page of another site that the reader asked to have read. */
export interface AskedPage {
  key: string;
  /** Key of the article whose copy it is; `null` when it is none's, or not yet known. */
  copyOf: string | null;
  /** Why it is not read; `null` when it is. */
  refusal: Refusal | null;
}

/**
 * What the reader asked for in each tab. Kept in memory by the browser, which the worker is not in for long: gone with the
 * browser's session, never on disk, and out of content scripts' reach.
 */
const nameOf = (tabId: number): string => `asked-${tabId}`;

export const remember = (tabId: number, asked: AskedPage): Promise<void> =>
  browser.storage.session.set({ [nameOf(tabId)]: asked });

/** What the reader asked for in a tab, if that is still its page. @param key of the page in the tab now */
export async function askedIn(tabId: number, key: string): Promise<AskedPage | null> {
  const kept = await browser.storage.session.get(nameOf(tabId));
  const asked = kept[nameOf(tabId)] as AskedPage | undefined;
  return asked?.key === key ? asked : null;
}
