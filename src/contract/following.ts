import { fields, isIdOrNull } from './fields';
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

/** A page, as the panel that follows it knows it. */
export interface FollowedPage {
  /** Has the words of a claim or annotation stand out on the page; `null` when none is pointed at any more. */
  emphasise: (id: string | null) => void;
  stop: () => void;
}

/** Follows the page in a tab. @param ended called when the page has gone, or when there is no content script */
export function followPage(tabId: number, told: (following: Following) => void, ended: () => void): FollowedPage {
  let port: Port | null = null;
  let isStopped = false;
  const connect = () => {
    if (isStopped) return;
    port = messaging().tabs.connect(tabId, { name: FOLLOWING, frameId: 0 });
    port.onMessage.addListener((message) => told(message as Following));
    port.onDisconnect.addListener(() => {
      // Chromium writes an error that nobody has read to the console, also the one that says that nobody is there.
      void messaging().runtime?.lastError;
      ended();
    });
  };
  askPage(tabId, 'accompany', {}).then(connect, ended);
  return {
    emphasise: (emphasised) => port?.postMessage({ emphasised }),
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
  leave: (follower: Follower) => void;
}

/** Lets panels of ours follow this page; a message that is not as it should be is not heard. */
export function openFollowerDoor({ come, emphasise, leave }: FollowerDoor): void {
  messaging().runtime?.onConnect.addListener((port) => {
    if (port.name !== FOLLOWING || port.sender?.id !== messaging().runtime?.id) return;
    const follower: Follower = { tell: (following) => port.postMessage(following) };
    port.onMessage.addListener((message) => {
      const parsed = emphasis(message);
      if (parsed) emphasise(parsed.emphasised);
    });
    port.onDisconnect.addListener(() => leave(follower));
    come(follower);
  });
}
