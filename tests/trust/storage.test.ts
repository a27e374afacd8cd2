import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inFirefoxItself } from '../../scripts/browsers/firefox-itself';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardOpen, clickInHost, dragOver, hostText } from '../support/acts';
import { inHost } from '../support/closed-root';
import { painted } from '../support/painted';
import { rowsOf } from '../support/rows';
import { BROWSERS, eventually, startSession, type TestSession } from '../support/session';
import { isWhole, report } from '../support/trust';

const html = siteLayouts[0]?.build(article) ?? '';
let profile = '';
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'counterpoint-profile-'));
});
afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

/** The files of the extension's databases in a profile: in Chromium all are in one, in Firefox each has its own. */
const databaseFiles = (): string[] =>
  readdirSync(profile, { recursive: true, withFileTypes: true })
    .map((file) => ({ file, path: join(file.parentPath, file.name) }))
    .filter(({ file, path }) => file.isFile() && /(IndexedDB.*chrome-extension_|moz-extension.*\bidb\b)/.test(path))
    .map(({ path }) => path);

describe.each(BROWSERS)('a library that was damaged on disk: %s', (kind) => {
  it('is said to be empty, and put back from its snapshot', { timeout: 120_000 }, async () => {
    const before = await startSession(kind, { profile });
    const page = await before.open(article.url, html);
    await before.reading(page, (state) => state.article !== null);
    await dragOver(page, '#tda-gated-body p:nth-of-type(3)', 4, 37);
    await clickInHost(page, '.offer [aria-label="green"]');
    await eventually(
      () =>
        before.door.page.evaluate(async () => {
          const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('snapshots', {
            create: true,
          });
          let files = 0;
          for await (const _ of folder.keys()) files++;
          return files;
        }),
      (files) => files === 1,
    );
    const { annotations: kept } = await rowsOf(before.door.page);
    await before.close();
    const files = databaseFiles();
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) writeFileSync(file, 'Z'.repeat(Math.max(64, statSync(file).size)));

    const after = await startSession(kind, { profile });
    const library = after.door.page;
    await eventually(
      () => library.evaluate(() => document.querySelector('.emptied')?.textContent ?? ''),
      (words) => words.includes('holds 1 annotation.'),
    );
    expect((await rowsOf(library)).annotations).toEqual([]);
    await library.evaluate(() => document.querySelector<HTMLElement>('.emptied button')?.click());
    await eventually(
      () =>
        library.evaluate(
          () => document.querySelector('.emptied') === null && document.querySelectorAll('.entry').length,
        ),
      (entries) => entries === 1,
    );
    expect((await rowsOf(library)).annotations).toMatchObject(
      (kept as { id: string; target: unknown }[]).map(({ id, target }) => ({ id, target })),
    );
    const again = await after.open(article.url, html);
    await eventually(
      () => painted(again),
      (seen) => 'counterpoint-green' in seen,
    );
    report({ what: 'databases overwritten on disk', browser: kind, tried: files.length, 'annotations lost': 0 });
    await after.close();
  });
});

// Chromium gives extensions with `unlimitedStorage` no limit that a test could set, and lets them store in private windows.
describe('a browser that stores nothing: firefox', () => {
  /** Starts Firefox with preferences of its own, as its profile has them. */
  const startWith = (preferences: Record<string, boolean | number>): Promise<TestSession> => {
    const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${value});`);
    writeFileSync(join(profile, 'prefs.js'), lines.join('\n'));
    return startSession('firefox', { profile });
  };

  /** As the reader does in the add-on's settings; it is started anew then. */
  const allowInPrivateWindows = (session: TestSession): Promise<unknown> =>
    inFirefoxItself(
      session.browser,
      `(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const [{ id }] = WebExtensionPolicy.getActiveExtensions().filter(({ id }) => id.startsWith('counterpoint'));
        await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
        await (await AddonManager.getAddonByID(id)).reload();
      })()`,
    );

  const NO_ROOM = { 'dom.quotaManager.temporaryStorage.fixedLimit': 1 };
  const PRIVATE = { 'browser.privatebrowsing.autostart': true };
  const CASES: [why: string, told: string, preferences: Record<string, boolean | number>][] = [
    ['because there is no room', 'no room left for the library', NO_ROOM],
    ['in private browsing for good', 'lets nothing be stored', PRIVATE],
  ];
  // One such start is enough for the short run.
  it.each(isWhole ? CASES : CASES.slice(0, 1))(
    '%s: what was typed stays, and the reader is told',
    async (_, told, preferences) => {
      const session = await startWith(preferences);
      if (preferences === PRIVATE) await allowInPrivateWindows(session);
      const page = await session.open(article.url, html);
      // The claims are there all the same.
      await eventually(
        () => painted(page),
        (seen) => 'counterpoint-claim-contested' in seen,
      );
      await dragOver(page, '#tda-gated-body p:nth-of-type(6)', 10, 52);
      await clickInHost(page, '.offer .text');
      await cardOpen(page);
      await page.keyboard.type('A thought.');
      await eventually(
        () => hostText(page, '.card .status'),
        (status) => status?.startsWith('Not saved: ') === true && status.includes(told),
      );
      expect(await inHost(page, (root) => root.querySelector('textarea')?.value ?? null)).toBe('A thought.');
      const library = await session.openExtensionPage('src/library/index.html');
      await eventually(
        () => library.evaluate(() => document.querySelector('[role="alert"]')?.textContent ?? ''),
        (words) => words.includes('The library could not be read.') && words.includes(told),
      );
      await session.close();
    },
  );
});
