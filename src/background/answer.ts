import { echoesIn } from '../claims/echo-lookup';
import { originalOf } from '../claims/lookup';
import type { BackgroundAnswers, OpenedArticle } from '../contract/background';
import type { Sender } from '../contract/runtime';
import { type ArticleAddress, isArticleKey, parsePageAddress } from '../core/address';
import { headlineFoldOf } from '../core/annotation';
import type { ArticleClaims } from '../core/claim';
import { newOwnClaim } from '../core/own-claim';
import { reasonOf, UnwordedError } from '../core/unworded';
import { messagesOf } from '../i18n/languages';
import { useMessages } from '../i18n/messages';
import { claimsOf } from '../known/lookup';
import * as annotations from '../store/annotations';
import { articleByKey, articleKeysOf, recordReading } from '../store/articles';
import { purgeBin } from '../store/bin';
import { dismissEcho, readDismissed } from '../store/echoes';
import { addOwnClaim } from '../store/own-claims';
import { DEFAULTS, readSettings } from '../store/settings';
import { reattachAnnotation, recordSightings } from '../store/sightings';
import * as stances from '../store/stances';
import { askedIn, remember } from '../this-article/asked';
import { showFound } from './badge';
import { bringCompanion } from './bring-companion';
import { showDue } from './due';
import { openClaimForm } from './open-claim-form';
import { openPopup } from './open-popup';

/** What the background does for a page. The article is the one at the address of the sender's tab, whatever it says. */
export const answers: BackgroundAnswers = {
  async openArticle({ articleKey, headline, author, text }, sender) {
    const page = await (text === undefined ? pageOf(sender, articleKey) : comparedPage(sender, articleKey, text));
    const claims = claimsOn(page, headline);
    // A library that cannot be read keeps nobody from the claims.
    const kept = await readLibrary(page, headline, claims).catch((error: unknown) => ({
      annotations: [],
      stances: [],
      settings: DEFAULTS,
      problem: reasonOf(error),
    }));
    const messages = await messagesOf(kept.settings.language).catch(() => null);
    useMessages(messages);
    // The page waits for its claims, and not for what is written and counted on this occasion.
    setTimeout(() => keepHouse(page, { headline, author }, sender.tab?.incognito === true));
    return { claims: await claims, ...kept, messages };
  },
  async saveAnnotation({ articleKey, ...wanted }, sender) {
    const page = await pageOf(sender, articleKey);
    if (wanted.target.kind === 'words') return annotations.saveAnnotation({ ...wanted, articleKey: page.key });
    // A note on a claim is on the article that makes it, wherever that is read.
    return annotations.saveAnnotation({ ...wanted, articleKey: page.copyOf ?? page.key }, await keysOf(page));
  },
  async changeAnnotation({ articleKey, id, change: { from, ...change } }, sender) {
    await assertOnPage(id, await pageOf(sender, articleKey));
    return annotations.changeAnnotation(id, change, from);
  },
  async deleteAnnotation({ articleKey, id }, sender) {
    await assertOnPage(id, await pageOf(sender, articleKey));
    return annotations.deleteAnnotation(id);
  },
  async restoreAnnotation({ articleKey, id }, sender) {
    await assertOnPage(id, await pageOf(sender, articleKey));
    return annotations.restoreAnnotation(id);
  },
  async findEchoes({ articleKey, headline, sentences }, sender) {
    const page = await pageOf(sender, articleKey);
    const { key } = page;
    const own = (await claimsOn(page, headline))?.key ?? key;
    const [found, isDismissed] = await Promise.all([echoesIn(sentences, headline, own), readDismissed()]);
    return found.filter(
      ({ claim, article }) => !isDismissed({ articleKey: key, claimArticle: article.key, claimId: claim.id }),
    );
  },
  async dismissEcho({ articleKey, ...echo }, sender) {
    await dismissEcho({ articleKey: (await pageOf(sender, articleKey)).key, ...echo }, true);
    return null;
  },
  async restoreEcho({ articleKey, ...echo }, sender) {
    await dismissEcho({ articleKey: (await pageOf(sender, articleKey)).key, ...echo }, false);
    return null;
  },
  async takeStance({ articleKey, claimId, stance }, sender) {
    return stances.takeStance(await claimOf(claimId, await pageOf(sender, articleKey)), stance);
  },
  async openCounterargument({ articleKey, claimId }, sender) {
    const claim = await claimOf(claimId, await pageOf(sender, articleKey));
    // As with articles read: in a private window only what the reader says is kept, not what they look at.
    return sender.tab?.incognito ? null : stances.openedCounterargument(claim);
  },
  async showDue() {
    await showDue();
    return null;
  },
  async reattachAnnotation({ articleKey, id, quote }, sender) {
    await assertOnPage(id, await pageOf(sender, articleKey));
    return reattachAnnotation(id, quote);
  },
  async reportSightings({ articleKey, sightings }, sender) {
    const page = await pageOf(sender, articleKey);
    // What a copy leaves out says nothing of the article.
    const keys = page.copyOf ? [page.key] : await keysOf(page);
    if (!sender.tab?.incognito) await recordSightings(keys, sightings);
    return null;
  },
  async reportReading({ found }, sender) {
    if (sender.tab?.id !== undefined) await showFound(sender.tab.id, found);
    return null;
  },
  async makeClaim({ articleKey, id, headline, author, excerpt }, sender) {
    const { key, url } = await pageOf(sender, articleKey);
    // A pack knows articles of the site and no other pages: what could not be given away is not begun.
    if (!isArticleKey(key)) throw new UnwordedError('error_not_article');
    await addOwnClaim(newOwnClaim({ id, articleKey: key, article: { url, headline, author }, excerpt }, Date.now()));
    await openClaimForm(id, sender.tab);
    return null;
  },
  async openPopup(_, sender) {
    await openPopup(sender.tab);
    return null;
  },
  async bringCompanion(_, sender) {
    await bringCompanion(sender);
    return null;
  },
};

/** What the library holds on a page. */
async function readLibrary(
  page: SentPage,
  headline: string,
  claims: Promise<ArticleClaims | null>,
): Promise<Omit<OpenedArticle, 'claims' | 'messages'>> {
  const settings = readSettings();
  const key = page.copyOf ?? page.key;
  const keys = await (page.copyOf
    ? keysOf(page)
    : articleKeysOf(page.key, headlineFoldOf({ key: page.key, headline })));
  const heldOn = (others: string[], article: string) =>
    Promise.all([annotations.annotationsOf([...new Set([...keys, ...others])]), stances.stancesOn(article)]);
  // Nearly always the article is known by its own address: what is kept of it is read while its claims are looked up.
  const [held, known] = await Promise.all([heldOn([], key), claims]);
  const [kept, taken] = known && known.key !== key ? await heldOn([known.key], known.key) : held;
  return { annotations: kept, stances: known ? taken : [], settings: await settings, problem: null };
}

/** What is done whenever a page is opened, and that no page waits for: the worker has no clock of its own. */
function keepHouse(
  { key, url }: SentPage,
  { headline, author }: { headline: string; author: string },
  isPrivate: boolean,
): void {
  const headlineFold = headlineFoldOf({ key, headline });
  const reading = { key, url, headline, ...(author && { author }), headlineFold, lastRead: Date.now() };
  const deeds = [
    isPrivate ? null : recordReading(reading),
    // Once a day at most.
    purgeBin(),
    // A new day may have come since the worker last ran.
    showDue(),
  ];
  for (const deed of deeds) void deed?.catch(() => undefined);
}

/** The page in a sender's tab. */
interface SentPage extends ArticleAddress {
  /** Key of the article whose copy it is; `null` when it is none's, or an article itself. */
  copyOf: string | null;
}

/**
 * The page in the sender's tab: an article, or the page that the reader asked to have read there.
 * @throws when it is neither, or has moved on to another since it asked
 */
async function pageOf(sender: Sender, articleKey: string): Promise<SentPage> {
  // `sender.url` keeps the first address after pushState; the tab's follows.
  const address = parsePageAddress(sender.tab?.url ?? sender.url ?? '');
  if (!address || sender.frameId !== 0) throw new UnwordedError('error_not_article');
  if (address.key !== articleKey) throw new UnwordedError('error_moved_on');
  if (isArticleKey(address.key)) return { ...address, copyOf: null };
  const asked = sender.tab?.id === undefined ? null : await askedIn(sender.tab.id, address.key);
  if (!asked || asked.refusal) throw new UnwordedError('error_not_article');
  return { ...address, copyOf: asked.copyOf };
}

/** The page in the sender's tab, of which is remembered, by its text, whose copy it is. @throws as pageOf */
async function comparedPage(sender: Sender, articleKey: string, text: string): Promise<SentPage> {
  const page = await pageOf(sender, articleKey);
  if (isArticleKey(page.key) || sender.tab?.id === undefined) return page;
  const copyOf = (await originalOf(text))?.key ?? null;
  await remember(sender.tab.id, { key: page.key, copyOf, refusal: null });
  return { ...page, copyOf };
}

/** The claims that a page shows: its own, or those of the article whose copy it is. */
const claimsOn = ({ key, copyOf }: SentPage, headline: string): Promise<ArticleClaims | null> =>
  claimsOf({ key: copyOf ?? key, headline });

/** @throws when the annotation is not one that stands on this page, be it by another of its keys */
async function assertOnPage(id: string, page: SentPage): Promise<void> {
  const annotation = await annotations.annotationById(id);
  if (!annotation) throw new UnwordedError('error_no_annotation');
  if (!(await keysOf(page)).includes(annotation.articleKey)) throw new UnwordedError('error_other_article');
}

/** All keys under which annotations that stand on a page may be: of a copy, those of its article too. */
async function keysOf({ key, copyOf }: SentPage): Promise<string[]> {
  const article = copyOf ?? key;
  const headline = (await articleByKey(article))?.headline ?? '';
  const keys = await articleKeysOf(article, headlineFoldOf({ key: article, headline }));
  const known = await claimsOf({ key: article, headline });
  return [...new Set([key, ...keys, ...(known ? [known.key] : [])])];
}

/** A claim of the article on this page. @throws when it has none of this id */
async function claimOf(claimId: string, page: SentPage) {
  const headline = (await articleByKey(page.key))?.headline ?? '';
  const article = await claimsOn(page, headline);
  const claim = article?.claims.find(({ id }) => id === claimId);
  if (!article || !claim) throw new UnwordedError('error_no_claim');
  return { claimId, articleKey: article.key, statement: claim.statement };
}
