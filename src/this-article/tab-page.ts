import { useLayoutEffect, useState } from 'preact/hooks';
import browser, { type Tabs } from 'webextension-polyfill';
import { askPage, type ReadingState } from '../contract/page';
import { type ArticleAddress, isArticleKey, parseArticleAddress, parsePageAddress, urlOf } from '../core/address';

/** The tab that popup or panel speak of, and what its page says. */
export interface TabPage {
  tabId: number;
  windowId: number;
  /** The tab's address; empty where the browser does not tell it, as on other sites before the reader has asked for us. */
  url: string;
  /** `null` when the tab shows no article of The Diplomat, nor a page of another site that is read. */
  address: ArticleAddress | null;
  /** On another site, key of the article whose copy the page is; `null` when it is none's. */
  copyOf: string | null;
  /** The headline as the page or the tab's title has it. */
  headline: string;
  /**
   * `null` when no content script answers: the tab was open before the extension came, or the browser keeps us out;
   * `undefined` while it is being asked.
   */
  reading: ReadingState | null | undefined;
}

/**
 * The page of this window's active tab, or of the one named in our address (`?tab=`); asked again whenever another tab
 * comes to the front, the tab goes elsewhere, or its page reports a change. What the browser says of a tab is there before
 * its page has answered, which may be busy.
 * @returns `null` until the first answer
 */
export function useTabPage(): TabPage | null {
  const [page, setPage] = useState<TabPage | null>(null);
  // Before the first frame is drawn, not after it.
  useLayoutEffect(() => {
    const gone = new AbortController();
    let tabId = -1;
    let asked = 0;
    const read = async () => {
      const mine = ++asked;
      const tab = await spokenOf();
      // Of two questions that overlap the later one knows better.
      const set = (news: (before: TabPage | null) => TabPage) => {
        if (mine === asked && !gone.signal.aborted) setPage(news);
      };
      tabId = tab?.id ?? -1;
      const unread = pageOf(tab);
      set((before) => (before && isSame(before, unread) ? before : unread));
      const read = await readPage(unread);
      set(() => read);
    };
    // What a content script tells the background reaches every page of the extension.
    on(browser.runtime.onMessage, gone.signal, (message: unknown, sender: { tab?: Tabs.Tab }) => {
      if (sender.tab?.id === tabId && isReport(message)) void read();
      return undefined;
    });
    on(browser.tabs.onActivated, gone.signal, () => void read());
    on(browser.tabs.onUpdated, gone.signal, (id: number) => {
      if (id === tabId) void read();
    });
    void read();
    return () => gone.abort();
  }, []);
  return page;
}

interface Event<Listener> {
  addListener: (listener: Listener) => void;
  removeListener: (listener: Listener) => void;
}

/** Listens to an event of the browser until the signal. */
function on(event: unknown, signal: AbortSignal, listener: (...args: never[]) => unknown): void {
  const { addListener, removeListener } = event as Event<typeof listener>;
  addListener.call(event, listener);
  signal.addEventListener('abort', () => removeListener.call(event, listener));
}

const isReport = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'verb' in message && message.verb === 'reportReading';

async function spokenOf(): Promise<Tabs.Tab | undefined> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) return (await browser.tabs.query({})).find((tab) => String(tab.id) === named);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active;
}

/** What the browser itself says of a tab. */
function pageOf(tab: Tabs.Tab | undefined): TabPage {
  return {
    tabId: tab?.id ?? -1,
    windowId: tab?.windowId ?? -1,
    url: tab?.url ?? '',
    address: parseArticleAddress(tab?.url ?? ''),
    copyOf: null,
    headline: (tab?.title ?? '').replace(/\s+[–—|-]\s+The Diplomat\s*$/u, ''),
    reading: undefined,
  };
}

const isSame = (a: TabPage, b: TabPage): boolean => a.tabId === b.tabId && keyOf(a) === keyOf(b);

const keyOf = ({ url }: TabPage): string | undefined => parsePageAddress(url)?.key;

async function readPage(page: TabPage): Promise<TabPage> {
  const { tabId, url, headline } = page;
  const reading = await askPage(tabId, 'describeReading', {}).catch(() => null);
  const read = reading?.article ?? null;
  if (!page.address && (!read || isArticleKey(read.key))) return { ...page, reading: null };
  const key = keyOf(page) ?? (url === '' ? read?.key : undefined);
  // A page that goes on to another article within the same document speaks of the former one for a moment.
  const article = read?.key === key ? read : null;
  return {
    ...page,
    address: page.address ?? (article && { key: article.key, url: urlOf(article.key) }),
    copyOf: article?.copyOf ?? null,
    headline: article?.headline ?? headline,
    reading: reading && (article ? reading : { article: null, partlyShown: false, places: {} }),
  };
}
