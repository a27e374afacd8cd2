import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/core/annotation';
import { seeded } from '../anchoring/random';
import { sentence } from '../pages/prose';
import { cardOpen, clickInHost } from '../support/acts';
import { painted } from '../support/painted';
import { backgroundAnswers, stopBackground } from '../support/privileged';
import { rowsOf } from '../support/rows';
import { BROWSERS, eventually, startSession, type TestSession } from '../support/session';
import { report, tries } from '../support/trust';

const URL = 'https://thediplomat.com/2024/03/a-harbor-of-many-words/';
const COUNT = tries(120, 8);
const RESTARTS = tries(25, 1);

/** An article of paragraphs that all differ, one for each try. */
const html = (count: number): string => {
  const paragraphs = Array.from(
    { length: count },
    (_, i) => `<p>Entry ${i + 1}. ${sentence(i)} ${sentence(i + 7)}</p>`,
  );
  return `<!doctype html><html lang="en"><head><title>A Harbor of Many Words</title>
<meta property="og:type" content="article"><meta property="og:title" content="A Harbor of Many Words"></head>
<body><main><h1 id="headline">A Harbor of Many Words</h1><section id="tda-gated-body">${paragraphs.join('')}</section></main></body></html>`;
};

/** Selects a paragraph's beginning, as a reader does. @returns its words */
const select = (page: Page, index: number): Promise<string> =>
  page.evaluate((at) => {
    const node = document.querySelectorAll('#tda-gated-body p')[at]?.firstChild as Text;
    node.parentElement?.scrollIntoView({ block: 'center' });
    getSelection()?.setBaseAndExtent(node, 0, node, 30);
    return String(getSelection()).trim();
  }, index);

const annotations = async (session: TestSession): Promise<Annotation[]> =>
  (await rowsOf(session.door.page)).annotations as Annotation[];
const wordsOf = ({ target }: Annotation): string => (target.kind === 'words' ? target.quote.exact : '');
const squeezed = (words: string): string => words.replace(/\s+/g, '');

/** What stands in the library, by color, as it is painted when all of it is. */
function standing(rows: Annotation[]): Record<string, string> {
  const all: Record<string, string[]> = {};
  for (const row of rows) {
    if (row.deleted !== null) continue;
    const name = `counterpoint-${row.color}`;
    all[name] = [...(all[name] ?? []), squeezed(wordsOf(row))];
  }
  return Object.fromEntries(Object.entries(all).map(([name, words]) => [name, words.sort().join()]));
}

describe.each(BROWSERS)('nothing is lost when something is killed: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  it('the background, at random moments around a save, a change and a deletion', { timeout: 900_000 }, async () => {
    const { int, pick } = seeded(11);
    const page = await session.open(URL, html(COUNT));
    await session.reading(page, (state) => state.article !== null);
    const tab = await session.door.tabOf(URL);
    const wanted: string[] = [];
    let kills = 0;
    /** Kills the background a moment after something was asked of it. */
    const kill = async () => {
      await new Promise((resolve) => setTimeout(resolve, int(0, 40)));
      await stopBackground(session);
      kills++;
    };
    const shown = (index: number) =>
      painted(page).then((all) =>
        Object.values(all)
          .join()
          .includes(squeezed(wanted[index] as string)),
      );
    for (let i = 0; i < COUNT; i++) {
      wanted.push(await select(page, i));
      await session.door.ask(tab, 'highlightSelection');
      await kill();
      // Kept, or said not to be; nothing in between.
      await eventually(
        () => shown(i),
        (is) => is,
      );
    }
    expect((await annotations(session)).map(wordsOf).sort()).toEqual([...wanted].sort());

    // Every third is given another color, every fifth is deleted.
    const byWords = new Map((await annotations(session)).map((row) => [wordsOf(row), row]));
    const colors = ['green', 'blue', 'pink'];
    for (let i = 0; i < COUNT; i++) {
      const deed = i % 5 === 0 ? '.card footer .link' : i % 3 === 0 ? `.card [aria-label^="${pick(colors)}"]` : null;
      if (!deed) continue;
      await session.door.ask(tab, 'goToAnnotation', { id: byWords.get(wanted[i] as string)?.id });
      await cardOpen(page);
      await clickInHost(page, deed);
      await kill();
      if (i % 5 === 0) {
        await eventually(
          () => shown(i),
          (is) => !is,
        );
      }
    }
    await backgroundAnswers(session);
    // A change that was killed when it was asked for again, too, was said to have failed, and may be kept all the same: the
    // page learns of it when the reader comes back to it.
    await session.door.ask(tab, 'refresh');
    // What stands painted is what is kept: exactly, and once.
    const rows = await annotations(session);
    expect(rows.length).toBe(COUNT);
    const amiss = async () => {
      const [all, now] = [standing(await annotations(session)), await painted(page)];
      return Object.entries(all).flatMap(([name, words]) => {
        const [joined, list] = [now[name] ?? '', words.split(',')];
        const missing = list.filter((one) => !joined.includes(one));
        const more = joined.length - list.join('').length;
        return missing.length > 0 || more !== 0 ? [{ name, missing, more }] : [];
      });
    };
    await eventually(amiss, (list) => list.length === 0);
    report({ what: 'background killed around a write', browser: kind, tried: kills, lost: 0, doubled: 0 });
    await page.close();
  });
});

describe.each(BROWSERS)('nothing is lost when the browser is killed: %s', (kind) => {
  it('right after it said that a highlight is kept', { timeout: 900_000 }, async () => {
    const profile = mkdtempSync(join(tmpdir(), 'counterpoint-profile-'));
    const kept: string[] = [];
    try {
      for (let i = 0; i <= RESTARTS; i++) {
        const session = await startSession(kind, { profile });
        const rows = await annotations(session);
        expect(rows.map(wordsOf).sort(), `after ${i} kills`).toEqual([...kept].sort());
        if (i === RESTARTS) {
          await session.close();
          break;
        }
        const page = await session.open(URL, html(COUNT));
        await session.reading(page, (state) => state.article !== null);
        const words = await select(page, i);
        await session.door.ask(await session.door.tabOf(URL), 'highlightSelection');
        await eventually(
          () => painted(page),
          (all) => Object.values(all).join().includes(squeezed(words)),
        );
        kept.push(words);
        const child = session.browser.process();
        child?.kill('SIGKILL');
        await new Promise((resolve) =>
          child?.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(null),
        );
        await session.site.close();
      }
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
    report({ what: 'browser killed after an acknowledgement', browser: kind, tried: RESTARTS, lost: 0 });
  });
});
