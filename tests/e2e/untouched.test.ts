import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstArticle } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { inHost } from '../support/closed-root';
import { firstLine } from '../support/painted';
import { BROWSERS, eventually, placed, startSession, type TestSession } from '../support/session';

const html = siteLayouts[1]?.build(firstArticle) ?? '';

describe.each(BROWSERS)('the page stays the page: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  it('nothing but one element beside the body is added, no layout moves, and no request is made', async () => {
    // The same page where no content script runs: what it is without us.
    const other = 'https://elsewhere.test/page';
    const without = await session.open(other, html);
    const before = await without.evaluate(() => ({
      dom: document.documentElement.outerHTML,
      height: document.documentElement.scrollHeight,
      sheets: document.adoptedStyleSheets.length,
    }));
    await without.close();

    const page = await session.open(firstArticle.url, html);
    const asked = session.site.requests.length;
    await session.reading(page, (state) => placed(state, 'found').length === firstArticle.passages.length);
    const line = await firstLine(page, 'counterpoint-claim-contested');
    await page.mouse.click(line.x, line.y);
    await eventually(
      () => inHost(page, (root) => root.querySelector('.card') !== null),
      (open) => open === true,
    );
    const after = await page.evaluate(() => {
      const hosts = document.querySelectorAll('counterpoint-companion');
      const height = document.documentElement.scrollHeight;
      const open = [...hosts].map((host) => host.shadowRoot);
      for (const host of hosts) host.remove();
      return {
        dom: document.documentElement.outerHTML,
        height,
        sheets: document.adoptedStyleSheets.length,
        hosts: hosts.length,
        open,
      };
    });
    expect(after.dom).toBe(before.dom);
    expect(after.height).toBe(before.height);
    expect(after.sheets).toBe(before.sheets);
    expect(after.hosts).toBe(1);
    expect(after.open).toEqual([null]);
    // Browsers ask for things of their own; nothing is asked of the site or of a host we cite.
    const mine = session.site.requests
      .slice(asked)
      .filter(
        (request) =>
          !/^(firefox\.settings|content-signature|accounts\.google|content-autofill|[\w-]+\.mozilla|[\w-]+\.googleapis|optimizationguide|update\.googleapis)/.test(
            request,
          ),
      )
      .filter((request) => !request.endsWith('/favicon.ico'));
    expect(mine).toEqual([]);
    await page.close();
  });

  it('the extension asks for one site and small permissions, has no other site until sync is set up, and shows the web none of its files', async () => {
    const { manifest, origins } = await session.door.page.evaluate(async () => {
      const api = ((globalThis as Record<string, unknown>).browser ??
        (globalThis as Record<string, unknown>).chrome) as {
        runtime: { getManifest: () => Record<string, unknown> };
        permissions: { getAll: () => Promise<{ origins: string[] }> };
      };
      return { manifest: api.runtime.getManifest(), origins: (await api.permissions.getAll()).origins };
    });
    const site = ['https://thediplomat.com/*', 'https://www.thediplomat.com/*'];
    expect(manifest.host_permissions).toEqual(site);
    expect([...new Set(origins)].filter((origin) => !origin.includes('thediplomat.com/'))).toEqual([]);
    // Two of them for sync: to look from time to time, to keep where and as whom.
    // What shows a panel beside the page has a permission in Chromium, and none in Firefox.
    const panel = kind === 'chrome' ? ['sidePanel'] : [];
    expect(manifest.permissions).toEqual([
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
      ...panel,
    ]);
    // A host is asked for when the reader types the address of a pack or of a server there, and none before.
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*']);
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
  });

  it('of the pages only the library, which syncs, and that of the packs can reach a server at all', async () => {
    session.pages.set(firstArticle.url, html);
    const answers: Record<string, string> = {};
    for (const room of ['popup', 'panel', 'map', 'settings', 'welcome', 'library', 'packs-page']) {
      const page = await session.openExtensionPage(`src/${room}/index.html`);
      answers[room] = await page.evaluate(
        (url) =>
          fetch(url).then(
            () => 'reached',
            () => 'refused',
          ),
        firstArticle.url,
      );
      await page.close();
    }
    const refused = { popup: 'refused', panel: 'refused', map: 'refused', settings: 'refused', welcome: 'refused' };
    expect(answers).toEqual({ ...refused, library: 'reached', 'packs-page': 'reached' });
  });
});
