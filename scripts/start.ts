import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readClaimDatabase } from '../src/claims/vite-plugin';
import { parseArticleAddress } from '../src/core/address';
import { type BrowserKind, findBrowser, needBrowser } from './browsers/find';
import { launch, type Session } from './browsers/launch';
import { buildExtension } from './build';
import { reportReading } from './report-reading';
import { readArticleFile } from './site/article-file';
import { layOut } from './site/layout';
import { replicaOf } from './site/replica';
import { serveSite } from './site/server';

const HELP = `npm start -- [options]
  (nothing)         an offline replica of the first article, made from the claim database
  --article FILE    an article file (JSON), or a saved page (.html), at its real address, offline
  --live            the real site
  --browser KIND    chrome (also Chromium, Edge) or firefox
  --headless        no window: prints what is found and writes screenshots`;

const { values } = parseArgs({
  options: {
    article: { type: 'string' },
    live: { type: 'boolean', default: false },
    browser: { type: 'string' },
    headless: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  if (values.help) {
    console.log(HELP);
    return;
  }
  const page = pageToShow();
  const browser = needBrowser(wantedKind());
  console.log('Building the extension…');
  await buildExtension(browser.kind);
  const headless = values.headless || !hasDisplay();
  if (headless && !values.headless) console.log('No display here: running without a window.');
  const site = values.live
    ? null
    : await serveSite((url) => (parseArticleAddress(url.href)?.url === page.url ? { body: page.html } : null));
  console.log(`Opening ${page.url}${site ? ' (offline)' : ''} in ${browser.path}`);
  const session = await launch({ browser, headless, ...(site ? { sitePort: site.port } : {}) });
  const [tab = await session.browser.newPage()] = await session.browser.pages();
  try {
    await tab.goto(page.url, { waitUntil: 'load' });
    if (headless) await reportReading(session, tab, page.url, screenshotFolder(session));
    else await closed(session);
  } finally {
    await session.close().catch(() => undefined);
    await site?.close();
  }
}

function pageToShow(): { url: string; html: string } {
  if (values.article) {
    const page = readArticleFile(values.article);
    return { ...page, url: parseArticleAddress(page.url)?.url ?? page.url };
  }
  const [first] = readClaimDatabase().articles;
  if (!first) throw new Error('The claim database is empty.');
  return { url: first.url, html: layOut(replicaOf(first)) };
}

/** The browser asked for; else the first that is there; else the one that can be installed. */
function wantedKind(): BrowserKind {
  if (values.browser === undefined) return findBrowser('chrome') || !findBrowser('firefox') ? 'chrome' : 'firefox';
  if (values.browser === 'firefox') return 'firefox';
  if (['chrome', 'chromium', 'edge'].includes(values.browser)) return 'chrome';
  throw new Error(`--browser ${values.browser}: say chrome or firefox.`);
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function screenshotFolder({ kind }: Session): string {
  const folder = resolve('artifacts', 'start', kind);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function closed({ browser }: Session): Promise<void> {
  console.log('Close the browser to end.');
  return new Promise((done) => browser.once('disconnected', () => done()));
}
