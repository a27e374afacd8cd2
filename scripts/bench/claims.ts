import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { CDPSession, WebWorker } from 'puppeteer-core';
import type * as Archive from '../../src/claims/archive';
import { INDEX_FILE } from '../../src/claims/archive-format';
import { writeArchive } from '../../src/claims/archive-write';
import { comparable } from '../../src/claims/comparable';
import { compileClaims } from '../../src/claims/compile';
import { ECHO_INDEX } from '../../src/claims/echo-index-format';
import type * as EchoLookup from '../../src/claims/echo-lookup';
import type * as Lookup from '../../src/claims/lookup';
import { PRINTS_FILE } from '../../src/claims/prints-format';
import type { ArticleFile } from '../../src/claims/schema';
import type * as Echo from '../../src/echoes/echo';
import { bundle } from '../../tests/support/bare-browser';
import { needBrowser } from '../browsers/find';
import { launch } from '../browsers/launch';
import { buildExtension } from '../build';
import { zipFolder } from '../zip-folder';
import { headlineOf, keyOf, makeClaims } from './made-claims';

// Measures the claim database with many made-up articles: the build in Node, lookups in the extension's own worker in
// Chromium. Prints figures; it asserts nothing.
const count = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 100_000);
const FOLDER = resolve('dist', 'bench-claims');
const LOOKUPS = 100;

if (!process.argv.includes('--no-build')) await buildExtension('chrome');
rmSync(FOLDER, { recursive: true, force: true });
cpSync(resolve('dist', 'chrome'), FOLDER, {
  recursive: true,
  filter: (path) => !path.includes(join('chrome', 'claims')),
});
build();
await lookUp();
rmSync(FOLDER, { recursive: true, force: true });

function build(): void {
  const { bibliography, articles } = makeClaims(count);
  let read = 0;
  let making = 0;
  const counted = function* () {
    let began = performance.now();
    for (const file of articles()) {
      making += performance.now() - began;
      read += file.text.length;
      yield file;
      began = performance.now();
    }
  };
  const before = process.cpuUsage();
  const began = performance.now();
  const files = writeArchive(compileClaims(counted(), bibliography));
  const seconds = (performance.now() - began - making) / 1000;
  const { user, system } = process.cpuUsage(before);
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(FOLDER, name)), { recursive: true });
    writeFileSync(join(FOLDER, name), bytes);
  }
  console.log(`${count} articles with 5 claims each, ${mebibytes(read)} of source files`);
  console.log(`build: ${seconds.toFixed(1)} s (without making the articles up)`);
  // On a machine that does other things too, what the build itself took.
  console.log(
    `  of a processor: ${((user + system) / 1e6).toFixed(1)} s (making them up, ${(making / 1000).toFixed(1)} s by the clock, included)`,
  );
  console.log(
    `index: ${mebibytes(files.get(INDEX_FILE)?.length ?? 0)}, index of echoes: ${mebibytes(files.get(ECHO_INDEX)?.length ?? 0)}, prints: ${mebibytes(files.get(PRINTS_FILE)?.length ?? 0)}, files: ${files.size}`,
  );
  console.log(`package: ${mebibytes(zipFolder(FOLDER).length)}`);
}

async function lookUp(): Promise<void> {
  const session = await launch({ browser: needBrowser('chrome'), headless: true, folder: FOLDER });
  try {
    const target = await session.browser.waitForTarget((one) => one.type() === 'service_worker');
    const worker = await target.worker();
    if (!worker) throw new Error('the extension has no worker');
    const before = await memory(worker.client);
    await worker.evaluate(`${await bundle('src/claims/lookup.ts')}; globalThis.under_test = under_test;`);
    console.log(`worker before: ${before}`);
    const hits = Array.from({ length: LOOKUPS }, (_, i) => Math.floor((i * count) / LOOKUPS));
    const misses = Array.from({ length: LOOKUPS }, (_, i) => ({
      key: `2014/01/other-${i}`,
      headline: `Another headline with the number ${i}`,
    }));
    // The first one loads the index.
    console.log(`first lookup, a miss, ms: ${spread(await times(worker, misses.slice(0, 1)))}`);
    console.log(`worker with the index: ${await memory(worker.client)}`);
    console.log(`${LOOKUPS} misses, ms: ${spread(await times(worker, misses))}`);
    console.log(`worker after the misses: ${await memory(worker.client)}`);
    console.log(
      `${LOOKUPS} lookups by address, ms: ${spread(
        await times(
          worker,
          hits.map((i) => ({ key: keyOf(i), headline: '' })),
          5,
        ),
      )}`,
    );
    console.log(
      `the same article again, ${LOOKUPS} times, ms: ${spread(await times(worker, Array(LOOKUPS).fill({ key: keyOf(0), headline: '' }), 5))}`,
    );
    console.log(`worker after ${LOOKUPS} lookups: ${await memory(worker.client)}`);
    console.log(
      `${LOOKUPS} lookups by headline, ms: ${spread(
        await times(
          worker,
          hits.map((i) => ({ key: 'gone', headline: headlineOf(i) })),
          5,
        ),
      )}`,
    );
    await echoes(worker);
    await copies(worker);
  } finally {
    await session.close();
  }
}

/** Echoes of a made-up article of 1,500 words: against 2,000 claims at hand, and found in the whole database. */
async function echoes(worker: WebWorker): Promise<void> {
  const { bibliography, articles } = makeClaims(400);
  const claims = [...compileClaims(articles(), bibliography)].flatMap(comparable);
  const page = [...makeClaims(14, 7).articles()].flatMap(({ text }) =>
    (JSON.parse(text) as ArticleFile).claims.map(({ statement }) => statement),
  );
  const words = page.join(' ').split(' ').length;
  await worker.evaluate(`${await bundle('src/echoes/echo.ts')}; globalThis.echo_under_test = under_test;`);
  const compared = await worker.evaluate(
    (given, sentences) => {
      const { prepareClaims, resemblances } = (globalThis as unknown as { echo_under_test: typeof Echo })
        .echo_under_test;
      const prepared = prepareClaims(given);
      return Array.from({ length: 30 }, () => {
        const began = performance.now();
        resemblances(sentences, 'A headline', prepared);
        return performance.now() - began;
      });
    },
    claims,
    page,
  );
  console.log(`${words} words compared with ${claims.length} claims, ms: ${spread(compared)}`);
  await worker.evaluate(`${await bundle('src/claims/echo-lookup.ts')}; globalThis.lookup_under_test = under_test;`);
  const found = await worker.evaluate(async (sentences) => {
    const { echoesIn } = (globalThis as unknown as { lookup_under_test: typeof EchoLookup }).lookup_under_test;
    const taken: number[] = [];
    for (let i = 0; i < 10; i++) {
      const began = performance.now();
      await echoesIn(sentences, 'A headline', '');
      taken.push(performance.now() - began);
    }
    return taken;
  }, page);
  console.log(`its echoes found in the whole database, ms: ${spread(found)}`);
  console.log(`worker after the echoes: ${await memory(worker.client)}`);
}

/** Copies at other addresses: pages of 1,500 words, some with an article's text among them. */
async function copies(worker: WebWorker): Promise<void> {
  const articles = [...makeClaims(10).articles()].map(({ text }) => JSON.parse(text) as ArticleFile);
  const filler = articles.flatMap(({ claims }) => claims.map(({ statement }) => statement)).join(' ');
  const pages = [
    ...articles.map(({ article, claims }) => ({
      text: `${claims.map(({ excerpt: { start, end } }) => `${start} ${end}`).join('. ')} ${filler}`,
      url: article.url,
    })),
    ...articles.map((_, i) => ({ text: `${filler} ${i}`, url: null })),
  ];
  await worker.evaluate(`${await bundle('src/claims/archive.ts')}; globalThis.copies_under_test = under_test;`);
  const taken = await worker.evaluate(async (asked) => {
    const { copies } = (globalThis as unknown as { copies_under_test: typeof Archive }).copies_under_test;
    const times: number[] = [];
    for (const { text, url } of asked) {
      const began = performance.now();
      const found = await copies.originalOf(text);
      times.push(performance.now() - began);
      if ((found?.url ?? null) !== url) throw new Error(`${url}: ${found?.url}`);
    }
    return times;
  }, pages);
  console.log(`${pages.length} pages looked up as copies, ms: ${spread(taken)}`);
  console.log(`worker after them: ${await memory(worker.client)}`);
}

/** Milliseconds of each lookup in the worker. @throws when one does not give so many claims */
async function times(worker: WebWorker, names: { key: string; headline: string }[], claims = 0): Promise<number[]> {
  return worker.evaluate(
    async (wanted, expected) => {
      const { claimsOf } = (globalThis as unknown as { under_test: typeof Lookup }).under_test;
      const taken: number[] = [];
      for (const name of wanted) {
        const began = performance.now();
        const found = await claimsOf(name);
        taken.push(performance.now() - began);
        if ((found?.claims.length ?? 0) !== expected) throw new Error(`${name.key}: ${found?.claims.length} claims`);
      }
      return taken;
    },
    names,
    claims,
  );
}

/** What the worker's heap and its buffers hold once what is gone has been collected. */
async function memory(devtools: CDPSession): Promise<string> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await devtools.send('Runtime.getHeapUsage');
  return `${mebibytes(usedSize + backingStorageSize)} (heap ${mebibytes(usedSize)}, buffers ${mebibytes(backingStorageSize)})`;
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(2)} MiB`;
}

function spread(taken: number[]): string {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(2);
  return `median ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)}`;
}
