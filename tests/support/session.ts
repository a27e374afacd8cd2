import type { Page } from 'puppeteer-core';
import { type BrowserKind, needBrowser } from '../../scripts/browsers/find';
import { type LaunchOptions, launch, type Session } from '../../scripts/browsers/launch';
import { openReadingDoor, type ReadingDoor } from '../../scripts/browsers/reading';
import { type ServedPage, type Site, serveSite } from '../../scripts/site/server';
import type { ReadingState } from '../../src/contract/page';
import { closePages, Resting } from './resting';
import { WHOLE } from './whole';

export const BROWSERS: BrowserKind[] = ['chrome', 'firefox'];

/**
 * For flows inside our own pages, which both browsers run alike: Chromium, and Firefox too in `COUNTERPOINT_WHOLE=1 npm test`.
 * What stands on an article, in storage or in the browser's own frame is tried in both always.
 */
export const ONE_BROWSER: readonly BrowserKind[] = WHOLE ? BROWSERS : ['chrome'];

/** A browser with the packaged extension, and the site at its real address without network. */
export interface TestSession extends Session {
  site: Site;
  /** What the site serves, by address: a page's text, or an answer of another kind. */
  pages: Map<string, string | ServedPage>;
  door: ReadingDoor;
  /** Serves a page at an address and opens it. */
  open: (url: string, html: string) => Promise<Page>;
  /** The reading of the page's tab once it is ready. @throws when it is not in time */
  reading: (page: Page, ready: (state: ReadingState) => boolean) => Promise<ReadingState>;
}

interface Running {
  session: Session;
  site: Site;
  pages: TestSession['pages'];
}

async function begin(kind: BrowserKind, options: Partial<LaunchOptions>): Promise<Running> {
  const pages: TestSession['pages'] = new Map();
  const site = await serveSite(({ host, pathname }) => {
    const page = pages.get(`https://${host}${pathname}`) ?? null;
    return typeof page === 'string' ? { body: page } : page;
  });
  const start = () => launch({ browser: needBrowser(kind), sitePort: site.port, headless: true, ...options });
  // Once in some hundred starts a browser hangs: no matter of ours, and no reason to fail.
  const session = await start().catch((error: unknown) => {
    console.warn('Started once more:', error);
    return start();
  });
  return { session, site, pages };
}

const resting = new Resting<Running>();

/** One that rests here, with the extension as new; nothing when there is none, or it does not wake. */
async function wake(kind: BrowserKind): Promise<Running | null> {
  const running = resting.take(kind);
  if (!running) return null;
  try {
    await running.session.reinstall();
    return running;
  } catch (error) {
    console.warn('Did not wake:', error);
    await end(running);
    return null;
  }
}

async function rest(running: Running): Promise<void> {
  await running.session.uninstall();
  await closePages(running.session.browser);
  running.pages.clear();
  running.site.requests.length = 0;
  if (!resting.leave(running.session.kind, running)) await end(running);
}

async function end({ session, site }: Running): Promise<void> {
  await session.close();
  await site.close();
}

/** A session of the packaged extension as newly installed. Without options its browser may have been another's before. */
export async function startSession(kind: BrowserKind, options: Partial<LaunchOptions> = {}): Promise<TestSession> {
  const isPlain = Object.keys(options).length === 0;
  const running = (isPlain ? await wake(kind) : null) ?? (await begin(kind, options));
  const { session, site, pages } = running;
  const door = await openReadingDoor(session);
  return {
    ...session,
    site,
    pages,
    door,
    async open(url, html) {
      pages.set(url, html);
      const page = await session.browser.newPage();
      await page.goto(url, { waitUntil: 'load' });
      await page.bringToFront();
      return page;
    },
    async reading(page, ready) {
      const state = await door.reading(await door.tabOf(page.url()), ready, 20_000);
      if (!state || !ready(state)) throw new Error(`not ready in time: ${JSON.stringify(state)}`);
      return state;
    },
    async close() {
      if (isPlain) await rest(running).catch(() => end(running));
      else await end(running);
    },
  };
}

/** Ids by place: what a reading found, and what not. */
export const placed = (state: ReadingState, place: string): string[] =>
  Object.entries(state.places)
    .filter(([, where]) => where.place === place)
    .map(([id]) => id);

/** Waits until a look at something gives the wanted answer. @throws with the last answer when it does not in time */
export async function eventually<T>(
  look: () => Promise<T>,
  wanted: (seen: T) => boolean,
  milliseconds = 20_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const seen = await look();
    if (wanted(seen)) return seen;
    if (Date.now() > end) throw new Error(`not in time; last seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
