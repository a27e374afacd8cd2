import type { SharedWords } from '../core/shared-words';
import { isRecord } from './door';
import { fields, isColor, isId, isIdOrNull } from './fields';
import { askPage } from './page';
import { messaging, type Port } from './runtime';

/** What a page tells the panel that follows it, whenever it changes. */
export interface Following {
  /** The claim whose words the reader is at; `null` when none is on view. */
  inView: string | null;
  /** The claim or annotation under the mouse. */
  pointed: string | null;
}

const FOLLOWING = 'following';
/** What the panel tells the page it follows: which claim or annotation the reader points at in the panel. */
const emphasis = fields({ emphasised: isIdOrNull });

/** The highlights of others on an article, as the panel tells them. */
export interface SharedOn {
  articleKey: string;
  words: SharedWords[];
}
const isText = (value: unknown): value is string => typeof value === 'string';
/** The panel has looked at all of it, as at everything that comes from others (src/reading-room/shared-note.ts). */
const isQuote = (value: unknown): value is SharedWords['quote'] =>
  isRecord(value) && [value.exact, value.prefix, value.suffix].every(isText);
const sharedWords = fields<SharedWords>({ id: isId, name: isText, color: isColor, note: isText, quote: isQuote });
const isWords = (value: unknown): value is SharedWords[] => Array.isArray(value) && value.every(sharedWords);
const sharedOn = fields<SharedOn>({ articleKey: isText, words: isWords });

/** A page, as the panel that follows it knows it. */
export interface FollowedPage {
  /** Has the words of a claim or annotation stand out on the page; `null` when none is pointed at any more. */
  emphasise: (id: string | null) => void;
  /** Has the page mark what others highlighted, for as long as it is followed. */
  share: (shared: SharedOn) => void;
  stop: () => void;
}

/** Follows the page in a tab. @param ended called when the page has gone, or when there is no content script */
export function followPage(tabId: number, told: (following: Following) => void, ended: () => void): FollowedPage {
  let port: Port | null = null;
  let isStopped = false;
  /** What was told before there was anybody to tell. */
  let shared: SharedOn | null = null;
  const connect = () => {
    if (isStopped) return;
    port = messaging().tabs.connect(tabId, { name: FOLLOWING, frameId: 0 });
    port.onMessage.addListener((message) => told(message as Following));
    port.onDisconnect.addListener(() => {
      // Chromium writes an error that nobody has read to the console, also the one that says that nobody is there.
      void messaging().runtime?.lastError;
      ended();
    });
    if (shared) port.postMessage(shared);
  };
  askPage(tabId, 'accompany', {}).then(connect, ended);
  return {
    emphasise: (emphasised) => port?.postMessage({ emphasised }),
    share(given) {
      shared = given;
      port?.postMessage(given);
    },
    stop: () => {
      isStopped = true;
      port?.disconnect();
    },
  };
}

/** A panel that follows this page, as the page knows it. */
export interface Follower {
  tell: (following: Following) => void;
}

interface FollowerDoor {
  come: (follower: Follower) => void;
  emphasise: (id: string | null) => void;
  share: (follower: Follower, shared: SharedOn) => void;
  leave: (follower: Follower) => void;
}

/** Lets panels of ours follow this page; a message that is not as it should be is not heard. */
export function openFollowerDoor({ come, emphasise, share, leave }: FollowerDoor): void {
  messaging().runtime?.onConnect.addListener((port) => {
    if (port.name !== FOLLOWING || port.sender?.id !== messaging().runtime?.id) return;
    const follower: Follower = { tell: (following) => port.postMessage(following) };
    port.onMessage.addListener((message) => {
      const parsed = emphasis(message);
      if (parsed) emphasise(parsed.emphasised);
      const shared = sharedOn(message);
      if (shared) share(follower, shared);
    });
    port.onDisconnect.addListener(() => leave(follower));
    come(follower);
  });
}
