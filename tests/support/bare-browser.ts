import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { type BrowserKind, needBrowser } from '../../scripts/browsers/find';
import { closePages, Resting } from './resting';

const resting = new Resting<Browser>();

/** A browser without the extension, for parts of ours that run in any page: each of an origin of its own. */
export async function startBareBrowser(kind: BrowserKind): Promise<Browser> {
  const rested = resting.take(kind);
  if (rested?.connected) return rested;
  return puppeteer.launch({
    browser: kind,
    executablePath: needBrowser(kind).path,
    headless: true,
    args: kind === 'chrome' && process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

/** Leaves it to the next test file. */
export async function leaveBareBrowser(kind: BrowserKind, browser: Browser | undefined): Promise<void> {
  if (!browser) return;
  await closePages(browser);
  if (!resting.leave(kind, browser)) await browser.close();
}

/** Bundles a module of ours into one script that leaves its exports in `globalThis.under_test`. */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'under_test' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`${entry} gave no output`);
  return output.output[0].code;
}

/** A page with this body, and the bundled module in it. */
export async function pageWith(browser: Browser, script: string, html: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(`<!doctype html><style>body{margin:0;font:16px/20px monospace;width:600px}</style>${html}`);
  await page.evaluate(`${script}; globalThis.under_test = under_test;`);
  return page;
}

/** An empty page with the bundled module in it, served from an origin of its own: IndexedDB wants one. */
export async function pageWithOrigin(browser: Browser, script: string): Promise<{ page: Page; close: () => void }> {
  const server = createServer((_, response) => response.end('<!doctype html>')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.evaluate(`${script}; globalThis.under_test = under_test;`);
  return { page, close: () => void server.close() };
}

/** Another page of the same origin, with the same module in it. */
export async function pageBeside(page: Page, script: string): Promise<Page> {
  const beside = await page.browser().newPage();
  await beside.goto(page.url());
  await beside.evaluate(`${script}; globalThis.under_test = under_test;`);
  return beside;
}
