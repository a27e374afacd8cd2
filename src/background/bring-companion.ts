import browser from 'webextension-polyfill';
import type { Sender } from '../contract/runtime';
import { UnwordedError } from '../core/unworded';

/** As the build names it (vite.config.ts). */
const COMPANION = 'src/content-script/companion.iife.js';

/** Puts the page's second script beside its first, which asks for it. @throws when the sender is no tab's own page */
export async function bringCompanion({ tab, frameId }: Sender): Promise<void> {
  if (tab?.id === undefined || frameId !== 0) throw new UnwordedError('error_not_article');
  await browser.scripting.executeScript({
    target: { tabId: tab.id, frameIds: [0] },
    files: [COMPANION],
    // The page is past its own loading where this matters; waiting for its idleness once more would only be slower.
    injectImmediately: true,
  });
}
