import browser, { type Runtime } from 'webextension-polyfill';
import { claimsOf } from '../claims/lookup';
import type { BackgroundAnswers } from '../contract';
import { parseArticleAddress } from '../core/address';
import { foldHeadline } from '../core/headline';
import * as annotations from '../store/annotations';
import { articleByKey, articleKeysOf, recordReading } from '../store/articles';
import { purgeBin } from '../store/bin';
import { readSettings } from '../store/settings';
import { reattachAnnotation, recordSightings } from '../store/sightings';
import { showFound } from './badge';

/** What the background does for a page. The article is the one at the address of the sender's tab, whatever it says. */
export const answers: BackgroundAnswers = {
  async openArticle({ articleKey, headline }, sender) {
    const { key, url } = articleOf(sender, articleKey);
    const headlineFold = foldHeadline(headline);
    const claims = claimsOf({ key, headline });
    const keys = await articleKeysOf(key, headlineFold);
    if (claims && !keys.includes(claims.key)) keys.push(claims.key);
    if (!sender.tab?.incognito) await recordReading({ key, url, headline, headlineFold, lastRead: Date.now() });
    // The worker has no clock of its own: the bin is looked after when there is work anyway, once a day at most.
    void purgeBin().catch(() => undefined);
    const [kept, settings] = await Promise.all([annotations.annotationsOf(keys), readSettings()]);
    return { claims, annotations: kept, settings };
  },
  async saveAnnotation({ articleKey, ...wanted }, sender) {
    return annotations.saveAnnotation({ ...wanted, articleKey: articleOf(sender, articleKey).key });
  },
  async changeAnnotation({ articleKey, id, change }, sender) {
    await assertOnArticle(id, articleOf(sender, articleKey).key);
    return annotations.changeAnnotation(id, change);
  },
  async deleteAnnotation({ articleKey, id }, sender) {
    await assertOnArticle(id, articleOf(sender, articleKey).key);
    return annotations.deleteAnnotation(id);
  },
  async restoreAnnotation({ articleKey, id }, sender) {
    await assertOnArticle(id, articleOf(sender, articleKey).key);
    return annotations.restoreAnnotation(id);
  },
  async reattachAnnotation({ articleKey, id, quote }, sender) {
    await assertOnArticle(id, articleOf(sender, articleKey).key);
    return reattachAnnotation(id, quote);
  },
  async reportSightings({ articleKey, sightings }, sender) {
    const { key } = articleOf(sender, articleKey);
    if (!sender.tab?.incognito) await recordSightings(await keysOf(key), sightings);
    return null;
  },
  async reportReading({ found }, sender) {
    if (sender.tab?.id !== undefined) await showFound(sender.tab.id, found);
    return null;
  },
  async openPopup(_, sender) {
    await browser.action.openPopup().catch(() => openPopupAsTab(sender.tab));
    return null;
  },
};

/** The article in the sender's tab. @throws when the page is none, or has moved on to another since it asked. */
function articleOf(sender: Runtime.MessageSender, articleKey: string) {
  // `sender.url` keeps the first address after pushState; the tab's follows.
  const address = parseArticleAddress(sender.tab?.url ?? sender.url ?? '');
  if (!address || sender.frameId !== 0) throw new Error('Counterpoint works on articles of The Diplomat only.');
  if (address.key !== articleKey) throw new Error('The page has moved on to another article.');
  return address;
}

/** @throws when the annotation is not one of this article (or of the same headline at a former address). */
async function assertOnArticle(id: string, key: string): Promise<void> {
  const annotation = await annotations.annotationById(id);
  if (!annotation) throw new Error('This annotation is not in the library.');
  if (!(await keysOf(key)).includes(annotation.articleKey)) throw new Error('This annotation is on another article.');
}

/** All keys under which annotations of the article at this address may stand. */
async function keysOf(key: string): Promise<string[]> {
  const headline = (await articleByKey(key))?.headline ?? '';
  const keys = await articleKeysOf(key, foldHeadline(headline));
  const known = claimsOf({ key, headline });
  return known ? [...keys, known.key] : keys;
}

/** Where the browser opens no popup without a click on the toolbar, the same view opens in a tab. */
async function openPopupAsTab(tab: Runtime.MessageSender['tab']): Promise<void> {
  const url = browser.runtime.getURL(`src/popup/index.html?tab=${tab?.id ?? ''}`);
  await browser.tabs.create({ url, ...(tab ? { index: tab.index + 1, windowId: tab.windowId } : {}) });
}
