import { afterAll, beforeAll, describe, it } from 'vitest';
import { inFirefoxItself } from '../../scripts/browsers/firefox-itself';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardOpen, clickClaim, clickInHost, hostText } from '../support/acts';
import { painted, wantedPaint } from '../support/painted';
import { BROWSERS, eventually, placed, startSession, type TestSession } from '../support/session';

/** Our button on the toolbar, as Firefox itself knows it. */
const ITS_BUTTON = `ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent.apiManager.global
  .browserActionFor(WebExtensionPolicy.getByID('counterpoint@counterpoint.example').extension)`;

const html = siteLayouts[0]?.build(article) ?? '';

describe.each(BROWSERS)('ways through the browser: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  /** Addresses of our own pages in a place of the browser: a driver knows no popup, and in Firefox no address of a tab of ours. */
  const viewsOf = (type: 'popup' | 'tab') =>
    session.door.page.evaluate((wanted) => {
      const api = ((globalThis as Record<string, unknown>).browser ??
        (globalThis as Record<string, unknown>).chrome) as {
        extension: { getViews: (of: { type: string }) => Window[] };
      };
      return api.extension.getViews({ type: wanted }).map((view) => view.location.href);
    }, type);

  const closePopups = () =>
    session.door.page.evaluate(() => {
      const api = ((globalThis as Record<string, unknown>).browser ??
        (globalThis as Record<string, unknown>).chrome) as {
        extension: { getViews: (of: { type: string }) => Window[] };
      };
      for (const view of api.extension.getViews({ type: 'popup' })) view.close();
    });

  it('a tab opened in the background is painted when the reader comes to it', async () => {
    session.pages.set(article.url, html);
    await session.door.page.bringToFront();
    const tab = await session.door.page.evaluate(async (url) => {
      const api = ((globalThis as Record<string, unknown>).browser ??
        (globalThis as Record<string, unknown>).chrome) as {
        tabs: { create: (options: object) => Promise<{ id: number }> };
      };
      return (await api.tabs.create({ url, active: false })).id;
    }, article.url);
    const page = await eventually(
      async () => (await session.browser.pages()).find((one) => one.url() === article.url) ?? null,
      (one) => one !== null,
    );
    await eventually(
      async () => page?.evaluate(() => document.readyState).catch(() => ''),
      (state) => state === 'complete',
    );
    await new Promise((resolve) => setTimeout(resolve, 600));
    await session.door.page.evaluate(async (id) => {
      const api = ((globalThis as Record<string, unknown>).browser ??
        (globalThis as Record<string, unknown>).chrome) as {
        tabs: { update: (id: number, options: object) => Promise<unknown> };
      };
      await api.tabs.update(id, { active: true });
    }, tab);
    if (!page) throw new Error('no page was opened');
    await eventually(
      () => painted(page),
      (seen) => Object.keys(seen).length === Object.keys(wantedPaint(article.passages)).length,
    );
    await page.close();
  });

  it('the card leads to all claims: the popup, or the same view in a tab where the browser opens none', async () => {
    const page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === article.passages.length);
    await clickClaim(page, 'holds');
    await cardOpen(page);
    await clickInHost(page, '.card footer .link');
    await eventually(
      async () => [...(await viewsOf('popup')), ...(await viewsOf('tab'))],
      (urls) => urls.some((url) => url.includes('/src/popup/index.html')),
    );
    // A browser without a window leaves it open, and opens none beside it.
    await closePopups();
    await eventually(
      () => viewsOf('popup'),
      (urls) => urls.length === 0,
    );
    await page.close();
  });

  it.runIf(kind === 'firefox').each([
    ['refuses to open one', 'Promise.reject(new Error())'],
    ['says that it opened one, and has not', 'Promise.resolve()'],
  ])('is in a tab where the browser %s', async (_, answer) => {
    const page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === article.passages.length);
    const before = (await viewsOf('tab')).length;
    await inFirefoxItself(session.browser, `${ITS_BUTTON}.openPopup = () => ${answer}`);
    await clickClaim(page, 'holds');
    await cardOpen(page);
    await clickInHost(page, '.card footer .link');
    await eventually(
      () => viewsOf('tab'),
      (urls) => urls.length === before + 1 && urls.some((url) => url.includes('/src/popup/index.html?tab=')),
    );
    await inFirefoxItself(session.browser, `delete ${ITS_BUTTON}.openPopup`);
    await page.close();
  });

  it.runIf(kind === 'chrome')('a shortcut and the menu reach the page (Firefox lets no test press them)', async () => {
    const page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === article.passages.length);
    const tab = await session.door.tabOf(article.url);
    const worker = await (await session.browser.waitForTarget((target) => target.type() === 'service_worker')).worker();
    if (!worker) throw new Error('no worker');
    const tell = (event: string, ...args: unknown[]) =>
      worker.evaluate(
        (name, given) => {
          const [area, type] = name.split('.') as [string, string];
          const api = (
            globalThis as unknown as { chrome: Record<string, Record<string, { dispatch: (...a: unknown[]) => void }>> }
          ).chrome;
          api[area]?.[type]?.dispatch(...given);
        },
        event,
        args,
      );
    await tell('commands.onCommand', 'next-claim', { id: tab });
    await eventually(
      () => hostText(page, '.pointer'),
      (text) => text?.includes('1 of') === true,
    );
    await tell('commands.onCommand', 'previous-claim', { id: tab });
    await eventually(
      () => hostText(page, '.pointer'),
      (text) => text?.includes(`${article.passages.length} of`) === true,
    );
    await page.evaluate(() => {
      const node = document.querySelector('#tda-gated-body p:nth-of-type(2)')?.firstChild as Text;
      getSelection()?.setBaseAndExtent(node, 0, node, 30);
    });
    await tell('contextMenus.onClicked', { menuItemId: 'highlight-selection' }, { id: tab });
    await eventually(
      () => painted(page),
      (seen) => 'counterpoint-yellow' in seen,
    );
    await page.close();
  });
});
