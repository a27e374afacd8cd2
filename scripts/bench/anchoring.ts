/**
 * `npm run bench`: anchoring in a real Chromium, side by side with what others use and with the floors.
 * Arguments: `--short` for a smoke test on the smallest page; `--out FILE` for the JSON (default: artifacts/bench.json).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { needBrowser } from '../browsers/find';
import type { Result, Timing } from './in-page';

const isShort = process.argv.includes('--short');
const out = process.argv[process.argv.indexOf('--out') + 1];
const file = process.argv.includes('--out') && out ? out : 'artifacts/bench.json';
const SIZES = isShort
  ? [[1200, 20]]
  : [
      [1200, 20],
      [12000, 200],
      [60000, 1000],
    ];

/** All passages of the made-up page still stand there. */
const LEAST_FOUND = 0.98;

const code = await bundle();
const browser = await puppeteer.launch({
  executablePath: needBrowser('chrome').path,
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--enable-precise-memory-info'],
});
try {
  const results: Result[] = [];
  for (const [words = 0, quotes = 0] of SIZES) {
    // A new page each time: the first call of each size is a first call.
    const page = await browser.newPage();
    page.setDefaultTimeout(240_000);
    await page.addScriptTag({ content: code });
    // A short page needs more runs until all that it calls is compiled.
    const runs = isShort ? 5 : Math.max(21, 240_000 / words);
    const call = `measure(${words}, ${quotes}, ${runs}, ${isShort ? 5 : 20})`;
    const result = (await page.evaluate(call)) as Result;
    results.push(result);
    if (result.found + result.edited < LEAST_FOUND * result.quotes) throw new Error('hardly any quote was found');
    print(result);
    await page.close();
  }
  if (!isShort) mkdirSync(dirname(file), { recursive: true });
  if (!isShort) writeFileSync(file, `${JSON.stringify({ browser: await browser.version(), results }, null, 2)}\n`);
} finally {
  await browser.close();
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry: new URL('./in-page.ts', import.meta.url).pathname, formats: ['iife'], name: 'bench' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : null;
  if (!chunk) throw new Error('nothing was built');
  return chunk.code;
}

function print(result: Result): void {
  const { ours, indexOf } = result;
  console.log(`\n${result.words} words, ${result.quotes} quotes: ${result.found} found, ${result.edited} found edited`);
  const line = (name: string, { first, median }: Timing) =>
    console.log(
      `  ${name.padEnd(24)} first ${first.toFixed(2).padStart(9)} ms  median ${median.toFixed(2).padStart(9)} ms  = ${(median / ours.median).toFixed(2)} of ours`,
    );
  line('ours', ours);
  const { slices, bytesPerCharacter } = result;
  console.log(
    `  longest slice: median ${slices.median.toFixed(1)} ms, worst ${slices.worst.toFixed(1)} ms; index: ${bytesPerCharacter.toFixed(1)} bytes a character`,
  );
  line('ours, from the DOM', result.oursWithDom);
  line('TreeWalker alone', result.treeWalker);
  line('indexOf for each', indexOf);
  line('approx-string-match', result.approxStringMatch);
  line('dom-anchor-text-quote', result.domAnchorTextQuote);
}
