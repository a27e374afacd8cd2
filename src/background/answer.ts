import browser from 'webextension-polyfill';
import { echoesIn } from '../claims/echo-lookup';
import { claimsOf } from '../claims/lookup';
import type { BackgroundAnswers, OpenedArticle } from '../contract/background';
import type { Sender } from '../contract/runtime';
import { parseArticleAddress } from '../core/address';
import { foldHeadline } from '../core/headline';
import { messagesOf } from '../i18n/languages';
import { t, useMessages } from '../i18n/messages';
import { sentenceOf } from '../i18n/worded';
import * as annotations from '../store/annotations';
import { articleByKey, articleKeysOf, recordReading } from '../store/articles';
import { purgeBin } from '../store/bin';
import { dismissEcho, readDismissed } from '../store/echoes';
import { DEFAULTS, readSettings } from '../store/settings';
import { reattachAnnotation, recordSightings } from '../store/sightings';
import * as stances from '../store/stances';
import { showFound } from './badge';
import { bringCompanion } from './bring-companion';
import { showDue } from './due';

/** What the background does for a page. The article is the one at the address of the sender's tab, whatever it says. */
export const answers: BackgroundAnswers = {
  async openArticle({ articleKey, headline, author }, sender) {
    const { key, url } = articleOf(sender, articleKey);
    const claims = await claimsOf({ key, headline });
    // The worker has no clock of its own: the bin is looked after when there is work anyway, once a day at most.
    void purgeBin().catch(() => undefined);
    // A new day may have come since the worker last ran.
    void showDue().catch(() => undefined);
    // A library that cannot be read keeps nobody from the claims.
    const kept = await readLibrary({ key, url, headline, author }, claims?.key, sender.tab?.incognito === true).catch(
      (error: unknown) => ({ annotations: [], stances: [], settings: DEFAULTS, problem: sentenceOf(error) }),
    );
    const messages = await messagesOf(kept.settings.language).catch(() => null);
    useMessages(messages);
    return { claims, ...kept, messages };
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
  async findEchoes({ articleKey, headline, sentences }, sender) {
    const { key } = articleOf(sender, articleKey);
    const own = (await claimsOf({ key, headline }))?.key ?? key;
    const [found, isDismissed] = await Promise.all([echoesIn(sentences, headline, own), readDismissed()]);
    return found.filter(
      ({ claim, article }) => !isDismissed({ articleKey: key, claimArticle: article.key, claimId: claim.id }),
    );
  },
  async dismissEcho({ articleKey, ...echo }, sender) {
    await dismissEcho({ articleKey: articleOf(sender, articleKey).key, ...echo }, true);
    return null;
  },
  async restoreEcho({ articleKey, ...echo }, sender) {
    await dismissEcho({ articleKey: articleOf(sender, articleKey).key, ...echo }, false);
    return null;
  },
  async takeStance({ articleKey, claimId, stance }, sender) {
    return stances.takeStance(await claimOf(claimId, articleOf(sender, articleKey).key), stance);
  },
  async openCounterargument({ articleKey, claimId }, sender) {
    const claim = await claimOf(claimId, articleOf(sender, articleKey).key);
    // As with articles read: in a private window only what the reader says is kept, not what they look at.
    return sender.tab?.incognito ? null : stances.openedCounterargument(claim);
  },
  async showDue() {
    await showDue();
    return null;
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
  async bringCompanion(_, sender) {
    await bringCompanion(sender);
    return null;
  },
};

/** What the library holds on an article, whose opening it records (but not in a private window). */
async function readLibrary(
  { author, ...article }: { key: string; url: string; headline: string; author: string },
  claimsKey: string | undefined,
  isPrivate: boolean,
): Promise<Omit<OpenedArticle, 'claims' | 'messages'>> {
  const headlineFold = foldHeadline(article.headline);
  const keys = new Set(await articleKeysOf(article.key, headlineFold));
  if (claimsKey) keys.add(claimsKey);
  // The page does not wait until it is on disk that it was opened.
  if (!isPrivate)
    void recordReading({ ...article, ...(author && { author }), headlineFold, lastRead: Date.now() }).catch(
      () => undefined,
    );
  const [kept, taken, settings] = await Promise.all([
    annotations.annotationsOf([...keys]),
    claimsKey ? stances.stancesOn(claimsKey) : [],
    readSettings(),
  ]);
  return { annotations: kept, stances: taken, settings, problem: null };
}

/** The article in the sender's tab. @throws when the page is none, or has moved on to another since it asked. */
function articleOf(sender: Sender, articleKey: string) {
  // `sender.url` keeps the first address after pushState; the tab's follows.
  const address = parseArticleAddress(sender.tab?.url ?? sender.url ?? '');
  if (!address || sender.frameId !== 0) throw new Error(t('error_not_article'));
  if (address.key !== articleKey) throw new Error(t('error_moved_on'));
  return address;
}

/** @throws when the annotation is not one of this article (or of the same headline at a former address). */
async function assertOnArticle(id: string, key: string): Promise<void> {
  const annotation = await annotations.annotationById(id);
  if (!annotation) throw new Error(t('error_no_annotation'));
  if (!(await keysOf(key)).includes(annotation.articleKey)) throw new Error(t('error_other_article'));
}

/** All keys under which annotations of the article at this address may stand. */
async function keysOf(key: string): Promise<string[]> {
  const headline = (await articleByKey(key))?.headline ?? '';
  const keys = await articleKeysOf(key, foldHeadline(headline));
  const known = await claimsOf({ key, headline });
  return known ? [...keys, known.key] : keys;
}

/** A claim of this article. @throws when it has none of this id */
async function claimOf(claimId: string, key: string) {
  const headline = (await articleByKey(key))?.headline ?? '';
  const article = await claimsOf({ key, headline });
  const claim = article?.claims.find(({ id }) => id === claimId);
  if (!article || !claim) throw new Error(t('error_no_claim'));
  return { claimId, articleKey: article.key, statement: claim.statement };
}

/** Where the browser opens no popup without a click on the toolbar, the same view opens in a tab. */
async function openPopupAsTab(tab: Sender['tab']): Promise<void> {
  const url = browser.runtime.getURL(`src/popup/index.html?tab=${tab?.id ?? ''}`);
  await browser.tabs.create({ url, ...(tab ? { index: tab.index + 1, windowId: tab.windowId } : {}) });
}
