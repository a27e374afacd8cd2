import browser from 'webextension-polyfill';
import { askPage, type PageRefusal } from '../contract/page';
import { isArticleKey, parsePageAddress } from '../core/address';
import { askedIn, forget, remember } from './asked';

/** Why a page cannot be read. */
export type Refusal = PageRefusal | 'browser' | 'store';

const STORES = /^(chromewebstore\.google\.com|addons\.mozilla\.org|microsoftedge\.microsoft\.com)$/;

/**
 * Reads the page in a tab, on whatever site. Only in answer to the reader's own act (the toolbar button, the menu, a
 * command): it is what lets us into the tab, into no other, and until the tab goes elsewhere.
 * @returns why not; `null` when it is read
 */
export async function readPage(tabId: number, url: string): Promise<Refusal | null> {
  const address = parsePageAddress(url);
  if (!address) return 'browser';
  const { key } = address;
  // Before the page asks for what it needs. What is known of a page that is read already stays known.
  if (!isArticleKey(key) && (await askedIn(tabId))?.key !== key) await remember(tabId, { key, copyOf: null });
  const ask = () => askPage(tabId, 'readPage', {});
  try {
    const refusal = await ask().catch(async () => {
      await bringReader(tabId);
      return ask();
    });
    if (refusal) await forget(tabId);
    return refusal;
  } catch {
    await forget(tabId);
    return refusalAt(new URL(url));
  }
}

/** Puts into a page what the manifest puts into an article's. @throws when the browser does not let us */
async function bringReader(tabId: number): Promise<void> {
  const [{ js = [], css = [] } = {}] = browser.runtime.getManifest().content_scripts ?? [];
  const target = { tabId, frameIds: [0] };
  await browser.scripting.insertCSS({ target, files: css });
  await browser.scripting.executeScript({ target, files: js });
}

/** Why the browser let us not into a page, as far as its address tells. */
function refusalAt({ hostname, pathname }: URL): Refusal {
  if (STORES.test(hostname) || (hostname === 'chrome.google.com' && pathname.startsWith('/webstore'))) return 'store';
  // Firefox shows these in a page of its own.
  return /\.pdf$/i.test(pathname) ? 'pdf' : 'browser';
}
