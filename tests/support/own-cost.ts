import type { Page } from 'puppeteer-core';
import { inFirefoxItself } from '../../scripts/browsers/firefox-itself';
import type { TestSession } from './session';

/**
 * Milliseconds of the page's main thread that our content scripts take of each second, with all that they call, as the
 * browser's own profiler samples it.
 */
export const ownCost = (session: TestSession, page: Page, seconds: number): Promise<number> =>
  session.kind === 'chrome' ? costInChrome(page, seconds) : costInFirefox(session, seconds);

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, 1000 * seconds));

async function costInChrome(page: Page, seconds: number): Promise<number> {
  const client = await page.createCDPSession();
  try {
    await client.send('Profiler.enable');
    await client.send('Profiler.setSamplingInterval', { interval: 500 });
    await client.send('Profiler.start');
    await wait(seconds);
    const { profile } = await client.send('Profiler.stop');
    const own = new Set<number>();
    // A node comes before its children.
    for (const { id, callFrame, children = [] } of profile.nodes) {
      if (callFrame.url.startsWith('chrome-extension:')) own.add(id);
      if (own.has(id)) for (const child of children) own.add(child);
    }
    const { samples = [], timeDeltas = [] } = profile;
    const microseconds = samples.reduce((sum, id, i) => sum + (own.has(id) ? (timeDeltas[i] ?? 0) : 0), 0);
    return microseconds / 1000 / seconds;
  } finally {
    await client.detach();
  }
}

/** The profiler of Firefox tells of every process: those of web pages count, not that of the extension's own pages. */
async function costInFirefox(session: TestSession, seconds: number): Promise<number> {
  await inFirefoxItself(session.browser, `Services.profiler.StartProfiler(4000000, 1, ['js'], ['GeckoMain'])`);
  await wait(seconds);
  const share = await inFirefoxItself(
    session.browser,
    `(async () => {
      const profile = await Services.profiler.getProfileDataAsync();
      await Services.profiler.StopProfiler();
      const isPages = ({ name, processName }) => name === 'GeckoMain' && /Web Content/.test(processName);
      return profile.processes.flatMap(({ threads }) => threads).filter(isPages).reduce((sum, thread) => {
        const { samples, stackTable, frameTable, stringTable } = thread;
        const own = new Map([[null, false]]);
        const isOwn = (stack) => {
          if (!own.has(stack)) {
            const row = stackTable.data[stack];
            const frame = frameTable.data[row[stackTable.schema.frame]];
            const location = stringTable[frame[frameTable.schema.location]];
            own.set(stack, location.includes('moz-extension:') || isOwn(row[stackTable.schema.prefix]));
          }
          return own.get(stack);
        };
        const all = samples.data.length;
        return sum + (all && samples.data.filter((row) => isOwn(row[samples.schema.stack] ?? null)).length / all);
      }, 0);
    })()`,
  );
  return 1000 * Number(share);
}
