import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { type Annotation, COLORS } from './core/annotation';
import type { ArticleClaims } from './core/claim';
import type { FoundEcho } from './core/echo';
import type { Place } from './core/place';
import type { Settings } from './core/settings';
import { type ClaimStance, STANCES } from './core/stance';
import type { Messages } from './i18n/messages';
import { sentenceOf } from './i18n/worded';

/**
 * The doors between contexts. A request is parsed by its schema into a fresh object before anybody acts on it;
 * replies come from our own extension and are typed only.
 */

/** Characters that a highlight may have. */
export const LONGEST_QUOTE = 20_000;

const LONGEST = {
  headline: 1000,
  context: 1000,
  note: 100_000,
  id: 100,
  sightings: 5000,
  sentence: 2000,
  sentences: 1000,
};
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST.id));
const uuid = v.pipe(v.string(), v.uuid());
const color = v.picklist(COLORS);
const note = v.pipe(v.string(), v.maxLength(LONGEST.note));
const headline = v.pipe(v.string(), v.maxLength(LONGEST.headline));
const articleKey = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST.headline));
const context = v.pipe(v.string(), v.maxLength(LONGEST.context));

const word = v.strictObject({ at: v.pipe(v.number(), v.integer()), word: v.pipe(v.string(), v.maxLength(LONGEST.id)) });
const rivals = v.strictObject({
  same: v.pipe(v.number(), v.integer(), v.minValue(0)),
  unlike: v.pipe(v.array(v.pipe(v.array(word), v.maxLength(100))), v.maxLength(100)),
});

const quote = v.strictObject({
  exact: v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_QUOTE)),
  prefix: context,
  suffix: context,
  rivals: v.exactOptional(rivals),
});

const target = v.variant('kind', [
  v.strictObject({ kind: v.literal('words'), quote }),
  v.strictObject({
    kind: v.literal('claim'),
    claimId: id,
    statement: v.pipe(v.string(), v.maxLength(LONGEST.headline)),
  }),
]);

/** How a page found an annotation's quote; the background adds the time. */
const sighting = v.strictObject({
  id: uuid,
  outcome: v.picklist(['found', 'edited', 'not found']),
  words: v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_QUOTE))),
  start: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
});
export type ReportedSighting = v.InferOutput<typeof sighting>;

/** What a page may ask of the background. `articleKey` says which article the page believes it shows. */
export const backgroundRequests = {
  openArticle: v.strictObject({ articleKey, headline, author: headline }),
  saveAnnotation: v.strictObject({ articleKey, id: uuid, target, color, note }),
  changeAnnotation: v.strictObject({
    articleKey,
    id: uuid,
    change: v.strictObject({ color: v.exactOptional(color), note: v.exactOptional(note) }),
  }),
  deleteAnnotation: v.strictObject({ articleKey, id: uuid }),
  restoreAnnotation: v.strictObject({ articleKey, id: uuid }),
  /** Which claims of other articles these sentences of the page resemble. */
  findEchoes: v.strictObject({
    articleKey,
    headline,
    sentences: v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST.sentence))), v.maxLength(LONGEST.sentences)),
  }),
  /** Never again shows a claim of another article on this one. */
  dismissEcho: v.strictObject({ articleKey, claimArticle: articleKey, claimId: id }),
  /** Takes this back. */
  restoreEcho: v.strictObject({ articleKey, claimArticle: articleKey, claimId: id }),
  takeStance: v.strictObject({ articleKey, claimId: id, stance: v.nullable(v.picklist(STANCES)) }),
  openCounterargument: v.strictObject({ articleKey, claimId: id }),
  /** Counts anew what is due for review, on the toolbar button. */
  showDue: v.strictObject({}),
  reattachAnnotation: v.strictObject({ articleKey, id: uuid, quote }),
  reportSightings: v.strictObject({ articleKey, sightings: v.pipe(v.array(sighting), v.maxLength(LONGEST.sightings)) }),
  reportReading: v.strictObject({ found: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  openPopup: v.strictObject({}),
};

export interface BackgroundReplies {
  openArticle: OpenedArticle;
  saveAnnotation: Annotation;
  changeAnnotation: Annotation;
  deleteAnnotation: Annotation;
  restoreAnnotation: Annotation;
  findEchoes: FoundEcho[];
  dismissEcho: null;
  restoreEcho: null;
  takeStance: ClaimStance;
  openCounterargument: ClaimStance | null;
  showDue: null;
  reattachAnnotation: Annotation;
  reportSightings: null;
  reportReading: null;
  openPopup: null;
}

/** What popup, panel and background may ask of a page. */
export const pageRequests = {
  describeReading: v.strictObject({}),
  goToClaim: v.strictObject({ id }),
  goToAnnotation: v.strictObject({ id }),
  /** Scrolls to the words of a claim or annotation without opening their card: the panel has opened them already. */
  showWords: v.strictObject({ id }),
  stepClaim: v.strictObject({ by: v.picklist([1, -1]) }),
  stepAnnotation: v.strictObject({ by: v.picklist([1, -1]) }),
  highlightSelection: v.strictObject({ withNote: v.exactOptional(v.boolean()) }),
  /** Asks the reader which words a highlight belongs to that was lost. */
  reattach: v.strictObject({ id }),
  refresh: v.strictObject({}),
};

export interface PageReplies {
  describeReading: ReadingState;
  goToClaim: null;
  goToAnnotation: null;
  showWords: null;
  stepClaim: null;
  stepAnnotation: null;
  highlightSelection: null;
  reattach: null;
  refresh: null;
}

/** All a page needs for one reading of one article. */
export interface OpenedArticle {
  claims: ArticleClaims | null;
  annotations: Annotation[];
  /** What the reader has said to its claims. */
  stances: ClaimStance[];
  settings: Settings;
  /** The words of the interface, where the reader chose another language than the browser's. */
  messages: Messages | null;
  /** Why the library could not be read, so that annotations and settings are not the reader's; `null` when all is well. */
  problem: string | null;
}

export interface Whereabouts {
  place: Place;
  /** How far into the text the words begin, from 0 to 1; `null` unless found. */
  at: number | null;
}

/** How a page's reading stands. */
export interface ReadingState {
  /** `null` while the page shows no article, or not yet. */
  article: { key: string; headline: string } | null;
  /** The page holds back a part of the article. */
  partlyShown: boolean;
  /** By the id of the claim or annotation. A note on a claim stands on no words of its own and is not listed. */
  places: Record<string, Whereabouts>;
}

/** What a page tells the panel that follows it, whenever it changes. */
export interface Following {
  /** The claim whose words the reader is at; `null` when none is on view. */
  inView: string | null;
  /** The claim or annotation under the mouse. */
  pointed: string | null;
}

type Requests = { readonly [verb: string]: v.GenericSchema };
type Verb<R extends Requests> = keyof R & string;
type Answers<R extends Requests, Replies extends Record<Verb<R>, unknown>> = {
  [V in Verb<R>]: (request: v.InferOutput<R[V]>, sender: Runtime.MessageSender) => Promise<Replies[V]>;
};

export type BackgroundAnswers = Answers<typeof backgroundRequests, BackgroundReplies>;
export type PageAnswers = Answers<typeof pageRequests, PageReplies>;

/** Who answers in the background's place; `null` but on the practice article. */
let here: BackgroundAnswers | null = null;

/** Has this page's requests to the background answered by this page itself: practice is kept nowhere. */
export function answerHere(answers: BackgroundAnswers): void {
  here = answers;
}

/** Asks the background. Rejects with a sentence for the reader when it refuses, fails, or is gone after an update. */
export async function askBackground<V extends Verb<typeof backgroundRequests>>(
  verb: V,
  request: v.InferInput<(typeof backgroundRequests)[V]>,
): Promise<BackgroundReplies[V]> {
  if (here) {
    const parsed = v.parse(backgroundRequests[verb] as v.GenericSchema, request);
    return (here[verb] as (request: unknown, sender: object) => Promise<BackgroundReplies[V]>)(parsed, {});
  }
  return (await browser.runtime.sendMessage({ door: 'background', verb, request })) as BackgroundReplies[V];
}

/** Asks the content script of a tab. Rejects when there is none. */
export async function askPage<V extends Verb<typeof pageRequests>>(
  tabId: number,
  verb: V,
  request: v.InferInput<(typeof pageRequests)[V]>,
): Promise<PageReplies[V]> {
  const message = { door: 'page', verb, request };
  return (await browser.tabs.sendMessage(tabId, message, { frameId: 0 })) as PageReplies[V];
}

export const openBackgroundDoor = (answers: BackgroundAnswers) => openDoor('background', backgroundRequests, answers);
export const openPageDoor = (answers: PageAnswers) => openDoor('page', pageRequests, answers);

const envelope = v.strictObject({ door: v.string(), verb: v.string(), request: v.unknown() });

/** Listens for one door's requests; those of other doors and of other extensions are not answered. */
function openDoor<R extends Requests, Replies extends Record<Verb<R>, unknown>>(
  door: string,
  requests: R,
  answers: Answers<R, Replies>,
): () => void {
  const listen = (message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined => {
    const opened = v.safeParse(envelope, message);
    if (!opened.success || opened.output.door !== door || sender.id !== browser.runtime.id) return undefined;
    const { verb, request } = opened.output;
    if (!isVerb(requests, verb)) return Promise.reject(new Error(`Counterpoint knows no request "${verb}".`));
    const parsed = v.safeParse(requests[verb] as v.GenericSchema, request);
    if (!parsed.success) return Promise.reject(new Error(`Counterpoint refused a malformed "${verb}".`));
    const answer = answers[verb] as (request: unknown, sender: Runtime.MessageSender) => Promise<unknown>;
    // A message takes along no more of an error than its sentence.
    return answer(parsed.output, sender).catch((error: unknown) => Promise.reject(new Error(sentenceOf(error))));
  };
  const listener = listen as Runtime.OnMessageListenerAsync;
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

function isVerb<R extends Requests>(requests: R, verb: string): verb is Verb<R> {
  return Object.hasOwn(requests, verb);
}

const FOLLOWING = 'following';
/** What the panel tells the page it follows: which claim or annotation the reader points at in the panel. */
const emphasis = v.strictObject({ emphasised: v.nullable(id) });

/** A page, as the panel that follows it knows it. */
export interface FollowedPage {
  /** Has the words of a claim or annotation stand out on the page; `null` when none is pointed at any more. */
  emphasise: (id: string | null) => void;
  stop: () => void;
}

/** Follows the page in a tab. @param ended called when the page has gone, or when there is no content script */
export function followPage(tabId: number, told: (following: Following) => void, ended: () => void): FollowedPage {
  const port = browser.tabs.connect(tabId, { name: FOLLOWING, frameId: 0 });
  port.onMessage.addListener((message) => told(message as Following));
  port.onDisconnect.addListener(() => {
    // Chromium writes an error that nobody has read to the console, also the one that says that nobody is there.
    void browser.runtime.lastError;
    ended();
  });
  return {
    emphasise: (emphasised) => port.postMessage({ emphasised }),
    stop: () => port.disconnect(),
  };
}

/** A panel that follows this page, as the page knows it. */
export interface Follower {
  tell: (following: Following) => void;
}

interface FollowerDoor {
  come: (follower: Follower) => void;
  emphasise: (id: string | null) => void;
  leave: (follower: Follower) => void;
}

/** Lets panels of ours follow this page; a message that is not as it should be is not heard. */
export function openFollowerDoor({ come, emphasise, leave }: FollowerDoor): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== FOLLOWING || port.sender?.id !== browser.runtime.id) return;
    const follower: Follower = { tell: (following) => port.postMessage(following) };
    port.onMessage.addListener((message) => {
      const parsed = v.safeParse(emphasis, message);
      if (parsed.success) emphasise(parsed.output.emphasised);
    });
    port.onDisconnect.addListener(() => leave(follower));
    come(follower);
  });
}
