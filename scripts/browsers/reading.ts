import type { Page } from 'puppeteer-core';
import type { ReadingState } from '../../src/contract/page';
import type { Session } from './launch';

interface TabsApi {
  query: (filter: object) => Promise<{ id?: number; url?: string }[]>;
  sendMessage: (tab: number, message: unknown, options: object) => Promise<unknown>;
}

/** What the extension's own pages can do for a script: ask a tab's content script, as the popup does. */
export interface ReadingDoor {
  page: Page;
  /** The number of the newest tab that shows an address; -1 when none does. */
  tabOf: (url: string) => Promise<number>;
  ask: (tab: number, verb: string, request?: object) => Promise<unknown>;
  /** The reading of a tab once `ready`, or as it stands when the time is over; `null` when nobody answers. */
  reading: (
    tab: number,
    ready: (state: ReadingState) => boolean,
    milliseconds?: number,
  ) => Promise<ReadingState | null>;
}

export async function openReadingDoor(session: Session): Promise<ReadingDoor> {
  const page = await session.openExtensionPage('src/library/index.html');
  const ask: ReadingDoor['ask'] = (tab, verb, request = {}) =>
    page.evaluate(
      async (tabId, message) => {
        const { tabs } = ((globalThis as Record<string, unknown>).browser ??
          (globalThis as Record<string, unknown>).chrome) as { tabs: TabsApi };
        const reply = (await tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => null)) as { given?: unknown };
        return reply?.given ?? null;
      },
      tab,
      { door: 'page', verb, request },
    );
  return {
    page,
    ask,
    tabOf: (url) =>
      page.evaluate(async (wanted) => {
        const { tabs } = ((globalThis as Record<string, unknown>).browser ??
          (globalThis as Record<string, unknown>).chrome) as { tabs: TabsApi };
        const all = await tabs.query({});
        const showing = all.filter((tab) => tab.url?.split(/[?#]/)[0] === wanted.split(/[?#]/)[0]);
        return Math.max(-1, ...showing.map((tab) => tab.id ?? -1));
      }, url),
    async reading(tab, ready, milliseconds = 8000) {
      const end = Date.now() + milliseconds;
      for (;;) {
        const state = (await ask(tab, 'describeReading')) as ReadingState | null;
        if ((state && ready(state)) || Date.now() > end) return state;
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    },
  };
}
