import type { Page } from 'puppeteer-core';
import { needBrowser } from '../browsers/find';
import { launch } from '../browsers/launch';
import { buildExtension } from '../build';
import { fillLibrary } from './fill';
import { makeLibrary } from './rows';

// Measures the library page in a real browser with many made-up rows, and prints figures; it asserts nothing.
const count = Number(process.argv[2] ?? 10_000);
const SEARCHES = [
  'nguyen hedging',
  'da nang',
  'tag:asean the',
  'washingtn',
  'color:blue before:2025-11 energy',
  'starevemi',
];

if (!process.argv.includes('--no-build')) await buildExtension('chrome');
const session = await launch({ browser: needBrowser('chrome'), headless: true });
try {
  const first = await session.openExtensionPage('src/library/index.html');
  await first.waitForSelector('.empty');
  await fillLibrary(first, makeLibrary(count));
  await first.close();
  console.log(`${count} annotations`);
  for (let i = 0; i < 3; i++) await opening();
  const page = await session.openExtensionPage('src/library/index.html');
  await settled(page);
  await typing(page);
  await scrolling(page);
} finally {
  await session.close();
}

/** From the start of navigation until entries stand and the search takes input, until all are read, until indexed. */
async function opening(): Promise<void> {
  const page = await session.browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const times: Record<string, number> = {};
    (globalThis as Record<string, unknown>).times = times;
    const note = (name: string, when: boolean) => {
      if (when) times[name] ??= Math.round(performance.now());
    };
    new MutationObserver(() => {
      note('usable', document.querySelector('.entry') !== null && document.querySelector('.typed input') !== null);
      note('all read', /\d annotation/.test(document.querySelector('.order [role=status]')?.textContent ?? ''));
      note('indexed', document.documentElement.dataset.stage === 'indexed');
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await page.goto(session.extensionUrl('src/library/index.html'));
  await settled(page);
  const times = await page.evaluate(() => (globalThis as Record<string, unknown>).times);
  console.log('opening, ms after navigation began:', JSON.stringify(times));
  await page.close();
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.stage === 'indexed', { timeout: 60_000 });
}

/** For each keystroke, from the event until the found is in the document and laid out. */
async function typing(page: Page): Promise<void> {
  await page.evaluate(() => {
    const strokes: number[] = [];
    (globalThis as Record<string, unknown>).strokes = strokes;
    document.addEventListener(
      'input',
      () => {
        const began = performance.now();
        // After the promise jobs in which the page is drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          void document.body.offsetHeight;
          strokes.push(performance.now() - began);
        };
        port2.postMessage(null);
      },
      { capture: true },
    );
  });
  for (const search of SEARCHES) {
    await page.focus('.typed input');
    await page.keyboard.type(search, { delay: 30 });
    for (let i = 0; i < search.length; i++) await page.keyboard.press('Backspace', { delay: 5 });
  }
  const strokes = (await page.evaluate(() => (globalThis as Record<string, unknown>).strokes)) as number[];
  strokes.sort((a, b) => a - b);
  const at = (part: number) =>
    (strokes[Math.min(strokes.length - 1, Math.floor(part * strokes.length))] ?? 0).toFixed(1);
  console.log(`${strokes.length} keystrokes, ms: median ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)}`);
}

/** Frames while the list is scrolled through, a window's height each. */
async function scrolling(page: Page): Promise<void> {
  const frames = (await page.evaluate(async () => {
    const times: number[] = [];
    let last = performance.now();
    for (let i = 0; i < 120; i++) {
      window.scrollBy(0, 400);
      const work = performance.now();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      void document.body.offsetHeight;
      times.push(performance.now() - Math.max(work, last));
      last = performance.now();
    }
    return times;
  })) as number[];
  frames.sort((a, b) => a - b);
  const at = (part: number) => (frames[Math.floor(part * (frames.length - 1))] ?? 0).toFixed(1);
  const entries = await page.evaluate(() => document.querySelectorAll('.entry').length);
  console.log(
    `${frames.length} frames of scrolling, ms: median ${at(0.5)}, p95 ${at(0.95)}; ${entries} entries in the document`,
  );
}
