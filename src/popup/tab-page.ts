import { useEffect, useState } from 'preact/hooks';
import browser, { type Tabs } from 'webextension-polyfill';
import { askPage, type ReadingState } from '../contract';
import { type ArticleAddress, parseArticleAddress } from '../core/address';

/** The tab this popup speaks of, and what its page says. */
export interface TabPage {
  tabId: number;
  /** `null` when the tab shows no article of The Diplomat. */
  address: ArticleAddress | null;
  /** The headline as the page or the tab's title has it. */
  headline: string;
  /** `null` when no content script answers: the tab was open before the extension came, or the browser keeps us out. */
  reading: ReadingState | null;
}

/** The page of the active tab, or of the one named in our address (`?tab=`), asked again whenever it reports a change. */
export function useTabPage(): TabPage | null {
  const [page, setPage] = useState<TabPage | null>(null);
  useEffect(() => {
    let gone = false;
    let tabId = -1;
    const read = async () => {
      const tab = await spokenOf();
      tabId = tab?.id ?? -1;
      const described = await readPage(tab);
      if (!gone) setPage(described);
    };
    // What a content script tells the background reaches every page of the extension.
    const onMessage = (message: unknown, sender: { tab?: Tabs.Tab }) => {
      if (sender.tab?.id === tabId && isReport(message)) void read();
      return undefined;
    };
    browser.runtime.onMessage.addListener(onMessage as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
    void read();
    return () => {
      gone = true;
      browser.runtime.onMessage.removeListener(
        onMessage as Parameters<typeof browser.runtime.onMessage.addListener>[0],
      );
    };
  }, []);
  return page;
}

const isReport = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'verb' in message && message.verb === 'reportReading';

async function spokenOf(): Promise<Tabs.Tab | undefined> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) return (await browser.tabs.query({})).find((tab) => String(tab.id) === named);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active;
}

async function readPage(tab: Tabs.Tab | undefined): Promise<TabPage> {
  const tabId = tab?.id ?? -1;
  const address = parseArticleAddress(tab?.url ?? '');
  const reading = address && (await askPage(tabId, 'describeReading', {}).catch(() => null));
  const title = (tab?.title ?? '').replace(/\s+[–—|-]\s+The Diplomat\s*$/u, '');
  return { tabId, address, headline: reading?.article?.headline ?? title, reading };
}
