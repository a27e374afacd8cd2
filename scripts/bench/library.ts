import type { KeyInput, Page } from 'puppeteer-core';
import { toOwnJson } from '../../src/exchange/own-json';
import { emptyContent } from '../../src/store/rows';
import { needBrowser } from '../browsers/find';
import { launch } from '../browsers/launch';
import { buildExtension } from '../build';
import { fillLibrary } from './fill';
import { makeLibrary } from './rows';

// Measures the library page in a real browser with many made-up rows, and prints figures; it asserts nothing.
const count = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 10_000);
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
  for (let i = 0; i < 3; i++) await opening('');
  for (let i = 0; i < 3; i++) await opening('?view=review');
  const page = await session.openExtensionPage('src/library/index.html');
  await settled(page);
  await typing(page);
  await scrolling(page);
  await exchanging();
} finally {
  await session.close();
}

/** From the start of navigation until entries stand and the search takes input (or a question stands), until all are read, until indexed. */
async function opening(view: string): Promise<void> {
  const page = await session.browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const times: Record<string, number> = {};
    (globalThis as Record<string, unknown>).times = times;
    setInterval(() => {
      const { stage } = document.documentElement?.dataset ?? {};
      if (document.querySelector('.entry') && document.querySelector('.typed input'))
        times.usable ??= performance.now();
      if (document.querySelector('.question .reveal')) times.asked ??= performance.now();
      if (stage === 'all' || stage === 'indexed') times['all read'] ??= performance.now();
      if (document.querySelector('.heat-map')) times.overview ??= performance.now();
      if (stage === 'indexed') times.indexed ??= performance.now();
    }, 4);
  });
  await page.goto(session.extensionUrl(`src/library/index.html${view}`));
  await settled(page);
  const times = (await page.evaluate(() => (globalThis as Record<string, unknown>).times)) as Record<string, number>;
  const figures = Object.entries(times).map(([name, time]) => `${name} ${time.toFixed(0)}`);
  console.log(`opening ${view || 'the list'}, ms after navigation began:`, figures.join(', '));
  await page.close();
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement?.dataset.stage === 'indexed', { timeout: 60_000 });
}

/** For each keystroke, from the event until the found is in the document and laid out. */
async function typing(page: Page): Promise<void> {
  await page.evaluate(() => {
    const strokes: number[] = [];
    (globalThis as Record<string, unknown>).strokes = strokes;
    let began = 0;
    document.addEventListener('input', () => (began = performance.now()), { capture: true });
    // The page draws in the promise jobs after its own listener, and so before this one.
    document.addEventListener('input', () => {
      void document.body.offsetHeight;
      strokes.push(performance.now() - began);
    });
  });
  // Wall time is the machine's, with all that runs on it; the page's own thread says what the page costs.
  const devtools = await page.createCDPSession();
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  const threads: number[] = [];
  for (const search of SEARCHES) {
    await page.focus('.typed input');
    for (const key of [...search, ...Array<string>(search.length).fill('Backspace')]) {
      const before = await spent();
      await page.keyboard.press(key as KeyInput);
      threads.push((await spent()) - before);
    }
  }
  const strokes = (await page.evaluate(() => (globalThis as Record<string, unknown>).strokes)) as number[];
  console.log(`${strokes.length} keystrokes, ms from key to laid out: ${spread(strokes)}`);
  console.log(`${threads.length} keystrokes, ms of the page's thread, painting included: ${spread(threads)}`);
}

function spread(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1);
  return `median ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)}`;
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
  const entries = await page.evaluate(() => document.querySelectorAll('.entry').length);
  console.log(`${frames.length} frames of scrolling, ms: ${spread(frames)}; ${entries} entries in the document`);
}

/** An import of all rows into an empty library, from the file's choice to the preview and from there to the end; then their export. */
async function exchanging(): Promise<void> {
  const { annotations, articles } = makeLibrary(count);
  const page = await session.openExtensionPage('src/library/index.html');
  await fillLibrary(page, { annotations: [], articles: [] });
  const file = toOwnJson({ ...emptyContent(), annotations, articles });
  const click = (words: string) =>
    page.evaluate((wanted) => {
      const within = document.querySelector('dialog') ?? document;
      [...within.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(wanted))?.click();
    }, words);
  const until = (selector: string, words: string) =>
    page.waitForFunction(
      (wanted, label) => document.querySelector(wanted)?.textContent?.includes(label),
      { timeout: 60_000 },
      selector,
      words,
    );
  await click('Import…');
  await page.waitForSelector('dialog input[type=file]');
  const started = performance.now();
  await page.evaluate((text) => {
    const input = document.querySelector<HTMLInputElement>('dialog input[type=file]');
    const data = new DataTransfer();
    data.items.add(new File([text], 'rows.json'));
    if (input) input.files = data.files;
    input?.dispatchEvent(new Event('change', { bubbles: true }));
  }, file);
  await until('dialog .deeds .button', 'Import');
  const previewed = performance.now();
  await click('Import ');
  await until('dialog [role=status]', 'Done');
  const imported = performance.now();
  await click('Close');
  await click('Export…');
  await until('dialog button[type=submit]', 'notes');
  const opened = performance.now();
  await click('Export ');
  await until('dialog [role=status]', 'downloads');
  const ms = (from: number, to: number) => (to - from).toFixed(0);
  console.log(
    `${count} rows, ms: preview ${ms(started, previewed)}, import ${ms(previewed, imported)}, export ${ms(opened, performance.now())}`,
  );
}
