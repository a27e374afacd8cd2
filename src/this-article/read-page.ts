import browser from 'webextension-polyfill';
import { askPage } from '../contract/page';
import { isArticleKey, parsePageAddress } from '../core/address';
import { askedIn, type Refusal, remember } from './asked';

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
  const note = async (refusal: Refusal | null) => {
    // What is known of a page that is read already stays known.
    const copyOf = (await askedIn(tabId, key))?.copyOf ?? null;
    if (!isArticleKey(key)) await remember(tabId, { key, copyOf, refusal });
  };
  // Before the page asks for what it needs.
  await note(null);
  const ask = () => askPage(tabId, 'readPage', {});
  const refusal = await ask()
    .catch(async () => {
      await bringReader(tabId);
      return ask();
    })
    .catch(() => refusalAt(new URL(url)));
  if (refusal) await note(refusal);
  return refusal;
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
