/** Who sent a message, as the browser says. */
export interface Sender {
  id?: string;
  url?: string;
  frameId?: number;
  tab?: { id?: number; url?: string; index: number; windowId?: number; incognito: boolean };
}

/** One end of a lasting connection between a panel and a page. */
export interface Port {
  name: string;
  sender?: Sender;
  postMessage: (message: unknown) => void;
  disconnect: () => void;
  onMessage: Listened<(message: unknown) => void>;
  onDisconnect: Listened<() => void>;
}

interface Listened<Listener> {
  addListener: (listener: Listener) => void;
  removeListener: (listener: Listener) => void;
}

/** What of the browser's own messaging the doors are made of. */
interface Messaging {
  runtime?: {
    /** Not there in a content script whose extension was updated or removed. */
    id?: string;
    lastError?: unknown;
    sendMessage: (message: unknown) => Promise<unknown>;
    onMessage: Listened<(message: unknown, sender: Sender, respond: (reply: unknown) => void) => boolean>;
    onConnect: Listened<(port: Port) => void>;
  };
  tabs: {
    sendMessage: (tabId: number, message: unknown, options: { frameId: number }) => Promise<unknown>;
    connect: (tabId: number, options: { name: string; frameId: number }) => Port;
  };
}

/**
 * The browser's messaging, in both browsers under this name and with promises; the page's script has no time for a library
 * between. Not `browser`: where Chromium has none, an element of the page with that id would stand for it.
 */
export const messaging = (): Messaging => (globalThis as unknown as { chrome: Messaging }).chrome;

/** Whether the extension that this script belongs to is still there: an update leaves the former one's behind in Chromium. */
export const isAlive = (): boolean => messaging().runtime?.id !== undefined;
