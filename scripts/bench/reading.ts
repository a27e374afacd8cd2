import type { Page } from 'puppeteer-core';
import { describe } from '../../src/anchoring/describe';
import { readClaimDatabase } from '../../src/claims/vite-plugin';
import { COLORS } from '../../src/core/annotation';
import { foldHeadline } from '../../src/core/headline';
import { type BrowserKind, needBrowser } from '../browsers/find';
import { launch, type Session } from '../browsers/launch';
import { openReadingDoor } from '../browsers/reading';
import { buildExtension } from '../build';
import { layOut } from '../site/layout';
import { replicaOf } from '../site/replica';
import { serveSite } from '../site/server';
import { fillLibrary } from './fill';

// Measures what a reader feels on an article of about 1,400 words with all its claims and 100 notes, in both browsers.
// It asserts nothing: machines differ, and this one may be busy.
const WORDS = 1400;
const NOTES = 100;
const RUNS = 7;
/** Events of the time line in which a script runs. */
const RUNNING = new Set(['EvaluateScript', 'FunctionCall', 'RunMicrotasks']);
const FILLER =
  'The harbor office keeps a ledger of every ship that has ever tied up at the long pier, and the clerks copy it by hand twice a year.';

const [, article] = readClaimDatabase().articles.toSorted((a, b) => a.claims.length - b.claims.length);
if (!article) throw new Error('The claim database has fewer than two articles.');
const replica = replicaOf(article);
for (let i = 0; replica.paragraphs.join(' ').split(/\s+/).length < WORDS; i++) {
  replica.paragraphs.splice((3 * i) % replica.paragraphs.length, 0, `Number ${i}. ${FILLER}`);
}
const html = layOut(replica);
/** The same page where our scripts do not come. */
const bare = new URL('/bare/', replica.url).href;
const SERVED = new Set([replica.url, bare].map((url) => new URL(url).pathname));

for (const kind of ['chrome', 'firefox'] as const) await measure(kind);

async function measure(kind: BrowserKind): Promise<void> {
  if (!process.argv.includes('--no-build')) await buildExtension(kind);
  const site = await serveSite(({ pathname }) => (SERVED.has(pathname) ? { body: html } : null));
  const session = await launch({ browser: needBrowser(kind), sitePort: site.port, headless: true });
  try {
    const door = await openReadingDoor(session);
    await fillLibrary(door.page, { annotations: notes(), articles: [] });
    const words = replica.paragraphs.join(' ').split(/\s+/).length;
    console.log(`\n${kind}: ${words} words, ${article?.claims.length} claims, ${NOTES} notes`);
    const warm: number[] = [];
    const cold: number[] = [];
    for (let i = 0; i < RUNS; i++) warm.push(await painting(session));
    if (kind === 'chrome') {
      for (let i = 0; i < RUNS; i++) {
        await stopWorkers(door.page);
        cold.push(await painting(session));
      }
      console.log(`from document idle to painted, worker cold, ms: ${spread(cold)}`);
    }
    console.log(`from document idle to painted, worker warm, ms: ${spread(warm)}`);
    const page = await opened(session);
    const cards: number[] = [];
    for (let i = 0; i < RUNS; i++) cards.push(await card(page));
    console.log(`from the click on a claim to its card drawn, ms: ${spread(cards)}`);
    const tab = await door.tabOf(replica.url);
    const popups: number[] = [];
    for (let i = 0; i < RUNS; i++) popups.push(await popup(session, tab));
    console.log(`from opening the popup to its claims drawn, ms: ${spread(popups)}`);
    if (kind === 'chrome') {
      await thread(session);
      await memory(session);
    }
  } finally {
    await session.close();
    await site.close();
  }
}

/** Highlights of six words each, spread over the article, with the Quotes that the product itself would keep. */
function notes() {
  const text = replica.paragraphs.join('\n');
  const starts = [...text.matchAll(/\S+/g)].map(({ index }) => index);
  const { pathname } = new URL(replica.url);
  return Array.from({ length: NOTES }, (_, i) => {
    const first = Math.floor((i / NOTES) * (starts.length - 8));
    const span = { start: starts[first] ?? 0, end: (starts[first + 6] ?? 1) - 1 };
    const created = Date.UTC(2026, 0, 1) + i;
    return {
      id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
      articleKey: pathname.slice(1, -1),
      target: { kind: 'words' as const, quote: describe(text, span) },
      color: COLORS[i % COLORS.length] ?? 'yellow',
      note: i % 2 === 0 ? 'A note.' : '',
      tags: [],
      created,
      updated: created,
      deleted: null,
      headlineFold: foldHeadline(replica.headline),
    };
  });
}

async function opened(session: Session): Promise<Page> {
  const page = await session.browser.newPage();
  await page.goto(replica.url);
  await page.bringToFront();
  await page.waitForFunction(() => CSS.highlights.has('counterpoint-claim-contested'), { polling: 50 });
  return page;
}

/** Milliseconds from DOMContentLoaded (content scripts come right after) to the first frame with a claim in the registry. */
async function painting(session: Session): Promise<number> {
  const page = await session.browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const times: Record<string, number> = {};
    (globalThis as Record<string, unknown>).times = times;
    document.addEventListener('DOMContentLoaded', () => {
      times.idle = performance.now();
      // Once a frame: who asks more often takes the time that is measured. Without a name, which no other page knows how to give.
      const looks: FrameRequestCallback[] = [
        () => {
          if (CSS.highlights.has('counterpoint-claim-contested')) times.painted = performance.now();
          else for (const look of looks) requestAnimationFrame(look);
        },
      ];
      for (const look of looks) requestAnimationFrame(look);
    });
  });
  // No frame is drawn for a page that is not in front.
  await page.bringToFront();
  await page.goto(replica.url);
  await page.waitForFunction(() => 'painted' in (globalThis as unknown as { times: object }).times, { polling: 50 });
  const times = (await page.evaluate(() => (globalThis as Record<string, unknown>).times)) as Record<string, number>;
  await page.close();
  return (times.painted ?? 0) - (times.idle ?? 0);
}

/** Milliseconds from a real click on a claim until its card has the focus and the frame with it is drawn. */
async function card(page: Page): Promise<number> {
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.localName !== 'counterpoint-companion');
  const { x, y } = await page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('counterpoint-claim-contested') ?? [])] as Range[];
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    const line = range?.getClientRects()[0];
    const kept = globalThis as Record<string, unknown>;
    kept.opened = 0;
    document.addEventListener(
      'click',
      () => {
        const began = performance.now();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          if (document.activeElement?.localName !== 'counterpoint-companion') channel.port2.postMessage(null);
          else requestAnimationFrame(() => setTimeout(() => (kept.opened = performance.now() - began)));
        };
        channel.port2.postMessage(null);
      },
      { capture: true, once: true },
    );
    return { x: (line?.left ?? 0) + 8, y: (line?.top ?? 0) + (line?.height ?? 0) / 2 };
  });
  await page.mouse.click(x, y);
  await page.waitForFunction(() => Number((globalThis as Record<string, unknown>).opened) > 0, { polling: 50 });
  return (await page.evaluate(() => (globalThis as Record<string, unknown>).opened)) as number;
}

/** Milliseconds from the start of navigation to the claims in the popup's own page. */
async function popup(session: Session, tab: number): Promise<number> {
  const page = await session.openExtensionPage(`src/popup/index.html?tab=${tab}`);
  const time = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        // Whoever comes late asks the browser when the page was first painted.
        const [first] = performance.getEntriesByName('first-contentful-paint');
        if (document.querySelector('.claims li')) resolve(first?.startTime ?? performance.now());
        new MutationObserver(() => {
          if (document.querySelector('.claims li')) resolve(performance.now());
        }).observe(document, { childList: true, subtree: true });
      }),
  );
  await page.close();
  return time;
}

/**
 * What scripts take of the page's own thread, from Chromium's time line: in all, and in the longest task. The page has none
 * but ours. No profiler is on, which would make three times of it.
 */
async function thread(session: Session): Promise<void> {
  const all: number[] = [];
  const longest: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const page = await session.browser.newPage();
    await page.bringToFront();
    await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
    await page.goto(replica.url);
    // To ask whether it is painted would be a script, too.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop())) as { traceEvents: TraceEvent[] };
    const tasks = scriptsByTask(trace.traceEvents, session.extensionUrl('src/content-script/index.iife.js'));
    all.push(tasks.reduce((sum, time) => sum + time, 0));
    longest.push(Math.max(0, ...tasks));
    await page.close();
  }
  console.log(`scripts on the page's thread in its first 3 s, ms: ${spread(all)}`);
  console.log(`of these in the longest task, ms: ${spread(longest)}`);
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  args?: { data?: { url?: string } };
}

/** Milliseconds that scripts ran in each task of the thread on which the script of an address is evaluated. */
function scriptsByTask(events: TraceEvent[], url: string): number[] {
  const ours = events.find(({ name, args }) => name === 'EvaluateScript' && args?.data?.url === url);
  const whole = events
    .filter((event) => event.ph === 'X' && event.pid === ours?.pid && event.tid === ours.tid)
    .sort((a, b) => a.ts - b.ts);
  const times: number[] = [];
  let [taskEnd, scriptEnd] = [0, 0];
  for (const { name, ts, dur = 0 } of whole) {
    if (name === 'RunTask' && ts >= taskEnd) {
      taskEnd = ts + dur;
      times.push(0);
    } else if (RUNNING.has(name) && ts >= scriptEnd) {
      scriptEnd = ts + dur;
      times.push((times.pop() ?? 0) + dur / 1000);
    }
  }
  return times;
}

/** What our scripts keep on a page's heap: with them, less without them, each after a collection of garbage. */
async function memory(session: Session): Promise<void> {
  const heapAt = async (url: string): Promise<number> => {
    const page = await session.browser.newPage();
    await page.goto(url);
    await new Promise((resolve) => setTimeout(resolve, 4000));
    const devtools = await page.createCDPSession();
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    await page.close();
    return usedSize / 2 ** 20;
  };
  const more: number[] = [];
  for (let i = 0; i < 3; i++) more.push((await heapAt(replica.url)) - (await heapAt(bare)));
  console.log(`our scripts on the heap of a tab, MiB: ${spread(more)}`);
}

/** Ends the extension's worker, as the browser does after half a minute. */
async function stopWorkers(page: Page): Promise<void> {
  const devtools = await page.createCDPSession();
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await devtools.detach();
}

function spread(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => (sorted[Math.round(part * (sorted.length - 1))] ?? 0).toFixed(1);
  return `median ${at(0.5)}, best ${at(0)}, worst ${at(1)}`;
}
