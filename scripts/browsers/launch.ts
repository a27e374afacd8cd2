import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { BrowserKind, FoundBrowser } from './find';
import { inFirefoxItself } from './firefox-itself';

export interface LaunchOptions {
  browser: FoundBrowser;
  /** Port of the local server that answers for every host (see scripts/site/server.ts); without it, the real network. */
  sitePort?: number;
  headless: boolean;
  /** The folder of the built extension; that of `dist/` when not given. */
  folder?: string;
  /** The browser's profile folder; a fresh one that is thrown away when not given. */
  profile?: string;
  /** Hosts (match patterns) that the reader has allowed: nobody answers a browser's question here. */
  allowed?: string[];
  /** Whether the reader says yes to whatever the extension asks to be allowed; Firefox only. */
  agrees?: boolean;
  /** Further command-line arguments. */
  args?: string[];
  window?: { width: number; height: number };
  /** Whether the reader's colour scheme is dark. */
  dark?: boolean;
  /** Whether a caret walks the page by arrow keys, as F7 switches on in both browsers. */
  caret?: boolean;
}

/** A running browser with the packaged extension in it. */
export interface Session {
  kind: BrowserKind;
  browser: Browser;
  /** The address of one of the extension's own pages. */
  extensionUrl: (path: string) => string;
  /** Opens one of the extension's own pages in a tab. */
  openExtensionPage: (path: string) => Promise<Page>;
  /** Has the extension updated while it runs, to what it is already. */
  update: () => Promise<void>;
  /** Takes the extension out. */
  uninstall: () => Promise<void>;
  /** Puts it in once more, as another reader has it who has never had it: under a name of its own, with nothing kept. */
  reinstall: () => Promise<void>;
  close: () => Promise<void>;
}

const ADDON_ID = 'counterpoint@counterpoint.example';
/** Firefox gives an extension a random host name; a profile that is started again has to find it under the same. */
const ADDON_UUID = '5f0d1c1e-7c7b-4a52-9d5c-6b7e3e1a9a10';
const UUIDS = 'extensions.webextensions.uuids';

/** The folder of the built extension for a browser. */
const packageOf = (kind: BrowserKind): string => resolve('dist', kind);

function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'counterpoint-'));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** The folder of the built extension; with hosts the reader has allowed, a copy that has them from the start. */
function allowing(kind: BrowserKind, allowed: string[], folder = packageOf(kind)): string {
  if (allowed.length === 0) return folder;
  const copy = copyOf(folder);
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push(...allowed);
  writeFileSync(path, JSON.stringify(manifest));
  return copy;
}

/** Starts a browser with the packaged extension of `dist/` in it. */
export async function launch(options: LaunchOptions): Promise<Session> {
  return options.browser.kind === 'chrome' ? launchChrome(options) : launchFirefox(options);
}

async function launchChrome({
  browser: found,
  folder,
  sitePort,
  headless,
  profile,
  allowed = [],
  args = [],
  window,
  dark,
  caret,
}: LaunchOptions): Promise<Session> {
  // Servers of a test's own are reached as they are.
  const elsewhere = allowed.length > 0 ? ', EXCLUDE 127.0.0.1' : '';
  const browser = await puppeteer.launch({
    executablePath: found.path,
    headless,
    pipe: true,
    enableExtensions: true,
    ...(profile ? { userDataDir: profile } : {}),
    defaultViewport: headless ? (window ?? { width: 1240, height: 900 }) : null,
    acceptInsecureCerts: true,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // Without a window nobody sees motion, and whoever measures waits for it.
      ...(headless ? ['--force-prefers-reduced-motion'] : []),
      '--no-first-run',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(dark ? ['--force-dark-mode'] : []),
      ...(caret ? ['--enable-caret-browsing'] : []),
      ...(sitePort ? [`--host-resolver-rules=MAP * 127.0.0.1:${sitePort}${elsewhere}`] : []),
      ...args,
    ],
  });
  let installed = allowing('chrome', allowed, folder);
  let id = await inTime(browser, browser.installExtension(installed));
  const extensionUrl = (path: string) => `chrome-extension://${id}/${path}`;
  return {
    kind: 'chrome',
    browser,
    extensionUrl,
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await page.goto(extensionUrl(path));
      return page;
    },
    update: async () => void (await browser.installExtension(installed)),
    uninstall: () => browser.uninstallExtension(id),
    async reinstall() {
      // Chromium names an extension by its folder, and is still removing what was kept under the former name.
      installed = copyOf(installed);
      id = await inTime(browser, browser.installExtension(installed));
    },
    close: () => browser.close(),
  };
}

async function launchFirefox({
  browser: found,
  folder,
  sitePort,
  headless,
  profile,
  allowed = [],
  agrees = allowed.length > 0,
  args = [],
  window,
  dark,
  caret,
}: LaunchOptions): Promise<Session> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: found.path,
    headless,
    ...(profile ? { userDataDir: profile } : {}),
    defaultViewport: headless ? (window ?? { width: 1240, height: 900 }) : null,
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access', ...args],
    extraPrefsFirefox: {
      [UUIDS]: JSON.stringify({ [ADDON_ID]: ADDON_UUID }),
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      ...(dark ? { 'ui.systemUsesDarkTheme': 1, 'layout.css.prefers-color-scheme.content-override': 0 } : {}),
      // Also what extensions carry away is asked about; whoever allows hosts here allows that.
      ...(agrees ? { 'extensions.webextOptionalPermissionPrompts': false } : {}),
      ...(caret ? { 'accessibility.browsewithcaret': true } : {}),
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      ...(headless ? { 'ui.prefersReducedMotion': 1 } : {}),
      ...(sitePort ? { 'network.dns.forceResolve': '127.0.0.1', 'network.socket.forcePort': `443=${sitePort}` } : {}),
    },
  });
  const installed = allowing('firefox', allowed, folder);
  await inTime(browser, browser.installExtension(installed));
  let uuid = ADDON_UUID;
  const extensionUrl = (path: string) => `moz-extension://${uuid}/${path}`;
  return {
    kind: 'firefox',
    browser,
    extensionUrl,
    async openExtensionPage(path) {
      const page = await browser.newPage();
      // Firefox never tells that an extension's page has loaded; the page itself does.
      void page.goto(extensionUrl(path)).catch(() => undefined);
      const loaded = async () =>
        page.evaluate((url) => location.href.startsWith(url) && document.readyState === 'complete', extensionUrl(path));
      for (let i = 0; i < 100 && !(await loaded().catch(() => false)); i++) await new Promise((r) => setTimeout(r, 50));
      return page;
    },
    update: async () => void (await browser.installExtension(installed)),
    uninstall: () => browser.uninstallExtension(ADDON_ID),
    async reinstall() {
      uuid = crypto.randomUUID();
      const uuids = JSON.stringify(JSON.stringify({ [ADDON_ID]: uuid }));
      await inFirefoxItself(browser, `Services.prefs.setStringPref('${UUIDS}', ${uuids})`);
      await inTime(browser, browser.installExtension(installed));
    },
    close: () => browser.close(),
  };
}

/** Milliseconds in which a browser that has started takes the extension in. */
const LONGEST_START = 40_000;

/** A browser that hangs as it starts is ended, so that another can be started. @throws when it does */
async function inTime<Done>(browser: Browser, work: Promise<Done>): Promise<Done> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      browser.process()?.kill('SIGKILL');
      reject(new Error('The browser has started, and does not take the extension in.'));
    }, LONGEST_START);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The version of the extension in `dist/`. */
export const builtVersion = (kind: BrowserKind): string =>
  JSON.parse(readFileSync(resolve(packageOf(kind), 'manifest.json'), 'utf8')).version;
