import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../anchoring/random';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { backgroundAnswers } from '../support/privileged';
import { rowsOf } from '../support/rows';
import { BROWSERS, placed, startSession, type TestSession } from '../support/session';
import { report, tries } from '../support/trust';

const COUNT = tries(10_000, 1_000);
const BATCH = 100;
const KEY = '2022/11/no-article';
const UUID = '019357a0-0000-7000-8000-000000000001';
const QUOTE = { exact: 'words', prefix: 'before ', suffix: ' after' };

/** A well-formed request of every kind. Sent from where no article is, each has to be refused. */
const WELL_FORMED: [verb: string, request: Record<string, unknown>][] = [
  ['openArticle', { articleKey: KEY, headline: 'A Headline', author: 'Somebody' }],
  [
    'saveAnnotation',
    { articleKey: KEY, id: UUID, target: { kind: 'words', quote: QUOTE }, color: 'yellow', note: 'A note.' },
  ],
  ['changeAnnotation', { articleKey: KEY, id: UUID, change: { note: 'Another.' } }],
  ['deleteAnnotation', { articleKey: KEY, id: UUID }],
  ['restoreAnnotation', { articleKey: KEY, id: UUID }],
  ['findEchoes', { articleKey: KEY, headline: 'A Headline', sentences: ['One.', 'Two.'] }],
  ['dismissEcho', { articleKey: KEY, claimArticle: KEY, claimId: 'a-claim' }],
  ['restoreEcho', { articleKey: KEY, claimArticle: KEY, claimId: 'a-claim' }],
  ['takeStance', { articleKey: KEY, claimId: 'a-claim', stance: 'agree' }],
  ['openCounterargument', { articleKey: KEY, claimId: 'a-claim' }],
  ['reattachAnnotation', { articleKey: KEY, id: UUID, quote: QUOTE }],
  ['reportSightings', { articleKey: KEY, sightings: [{ id: UUID, outcome: 'found' }] }],
];

const HOSTILE: unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  'constructor',
  '__proto__',
  '<img src=x onerror=alert(1)>',
  '\u202Egnp.exe\u202C',
  '\ud800',
  'x'.repeat(200_000),
  [],
  {},
  [[[[[[]]]]]],
  { length: -1 },
  JSON.parse('{"__proto__":{"polluted":true}}'),
  { toString: 'no function' },
];

/** Messages like ours, changed at random places. */
function mutated(seed: number, count: number): unknown[] {
  const { chance, pick, int } = seeded(seed);
  const change = (value: unknown): unknown => {
    if (chance(0.15)) return pick(HOSTILE);
    if (Array.isArray(value)) {
      const list = value.map((one) => (chance(0.3) ? change(one) : one));
      return chance(0.05) ? Array.from({ length: int(0, 6000) }, () => list[0] ?? null) : list;
    }
    if (value === null || typeof value !== 'object') return chance(0.3) ? pick(HOSTILE) : value;
    const entries = Object.entries(value).flatMap(([name, one]): [string, unknown][] => {
      if (chance(0.1)) return [];
      return [
        [chance(0.03) ? String(pick(['__proto__', 'constructor', 'then', ''])) : name, chance(0.3) ? change(one) : one],
      ];
    });
    if (chance(0.1)) entries.push([String(pick(['more', '__proto__', 'toString', 'then'])), pick(HOSTILE)]);
    return Object.fromEntries(entries);
  };
  return Array.from({ length: count }, () => {
    if (chance(0.05)) return pick(HOSTILE);
    const [verb, request] = pick(WELL_FORMED);
    const named = chance(0.1) ? String(pick(['constructor', '__proto__', 'hasOwnProperty', 'then', 'unknown'])) : verb;
    return change({ door: chance(0.05) ? 'page' : 'background', verb: named, request });
  });
}

interface Api {
  runtime: { sendMessage: (message: unknown) => Promise<unknown> };
  tabs: { sendMessage: (tab: number, message: unknown, options: object) => Promise<unknown> };
  scripting: { executeScript: (injection: object) => Promise<{ result?: unknown }[]> };
}

describe.each(BROWSERS)('the doors between contexts: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  /** Sends messages from a page of the extension that shows no article. @returns how many were answered other than by a refusal or silence */
  const send = (messages: unknown[], tab: number | null): Promise<number> =>
    session.door.page.evaluate(
      async (list, to) => {
        const scope = globalThis as Record<string, unknown>;
        const api = (scope.browser ?? scope.chrome) as Api;
        const answers = await Promise.all(
          (JSON.parse(list) as unknown[]).map((message) =>
            (to === null ? api.runtime.sendMessage(message) : api.tabs.sendMessage(to, message, { frameId: 0 })).then(
              (answer) => (answer !== null && typeof answer === 'object' && 'given' in answer ? 1 : 0),
              () => 0,
            ),
          ),
        );
        return answers.reduce<number>((sum, one) => sum + one, 0);
      },
      JSON.stringify(messages),
      tab,
    );

  it('what the contract does not name, or asks from elsewhere, changes nothing and breaks nothing', {
    timeout: 600_000,
  }, async () => {
    const page = await session.open(article.url, siteLayouts[0]?.build(article) ?? '');
    await session.reading(page, (state) => placed(state, 'found').length === article.passages.length);
    await backgroundAnswers(session);
    const before = await rowsOf(session.door.page);
    // Well formed, but asked from a page that is no article; and for an article that the tab does not show.
    expect(
      await send(
        WELL_FORMED.map(([verb, request]) => ({ door: 'background', verb, request })),
        null,
      ),
    ).toBe(0);
    let answered = 0;
    for (let at = 0; at < COUNT; at += BATCH) answered += await send(mutated(at, BATCH), null);
    expect(answered).toBe(0);
    expect(await rowsOf(session.door.page)).toEqual(before);

    // The page's own door, with the same.
    const tab = await session.door.tabOf(article.url);
    for (let at = 0; at < COUNT / 10; at += BATCH)
      await send(
        mutated(at + 1, BATCH).map((message) =>
          message && typeof message === 'object' ? { ...message, door: 'page' } : message,
        ),
        tab,
      );
    await session.reading(page, (state) => placed(state, 'found').length === article.passages.length);
    expect(await backgroundAnswers(session)).toBe(true);
    expect(await session.door.page.evaluate(() => 'polluted' in {})).toBe(false);
    report({ what: 'hostile messages', browser: kind, tried: COUNT + COUNT / 10, answered, 'rows changed': 0 });
    await page.close();
  });

  /**
   * Sends messages from a content script of ours in a tab, or in its frames: as one that was taken over could.
   * @returns the answers that were given, none for those refused
   */
  const sendFrom = (tab: number, messages: unknown[], where: 'top' | 'frames' = 'top'): Promise<unknown[]> =>
    session.door.page.evaluate(
      async (list, tabId, inFrames) => {
        const scope = globalThis as Record<string, unknown>;
        const api = (scope.browser ?? scope.chrome) as Api;
        const ran = await api.scripting.executeScript({
          target: { tabId, allFrames: inFrames },
          args: [list, inFrames],
          func: async (json: string, fromFrames: boolean) => {
            if (fromFrames !== (window !== window.top)) return null;
            const world = globalThis as Record<string, unknown>;
            const { runtime } = (world.browser ?? world.chrome) as Api;
            const all = (JSON.parse(json) as unknown[]).map((message) =>
              runtime.sendMessage(message).catch(() => null),
            );
            return Promise.all(all);
          },
        });
        const asked = ran.flatMap(({ result }) => (result as unknown[] | null) ?? []);
        if (asked.length === 0) throw new Error('asked nowhere');
        return asked.filter((answer) => answer !== null && typeof answer === 'object' && 'given' in answer);
      },
      JSON.stringify(messages),
      tab,
      where === 'frames',
    );

  it('a content script acts on the article of its own tab and on no other, and not at all where no article is', {
    timeout: 600_000,
  }, async () => {
    const other = 'https://thediplomat.com/2024/03/another-article/';
    const html = siteLayouts[0]?.build(article) ?? '';
    const otherHtml = siteLayouts[0]?.build({ ...article, url: other, headline: 'Another Article' }) ?? '';
    session.pages.set(other, otherHtml);
    const page = await session.open(article.url, html.replace('</body>', `<iframe src="${other}"></iframe></body>`));
    const elsewhere = await session.open('https://thediplomat.com/about/', html);
    await session.reading(page, (state) => placed(state, 'found').length === article.passages.length);
    const [tab, none] = await Promise.all([session.door.tabOf(article.url), session.door.tabOf(elsewhere.url())]);
    const own = keyOf(article.url);
    const asked = (key: string, ofVerb = WELL_FORMED) =>
      ofVerb.map(([verb, request]) => ({ door: 'background', verb, request: { ...request, articleKey: key } }));

    // The witness is awake: of its own article a tab is answered, and what it keeps is kept.
    expect(await sendFrom(tab, asked(own, WELL_FORMED.slice(1, 2)))).toHaveLength(1);
    await backgroundAnswers(session);
    const before = await rowsOf(session.door.page);
    expect(before.annotations).toMatchObject([{ id: UUID, articleKey: own }]);

    const [theirs, kept] = [keyOf(other), asked(KEY)];
    // By its tab, a frame would be the article.
    expect(await sendFrom(tab, [...asked(own), ...asked(theirs)], 'frames')).toEqual([]);
    expect(await sendFrom(tab, [...asked(theirs), ...kept])).toEqual([]);
    expect(await sendFrom(none, [...asked(own), ...asked(theirs), ...asked(keyOf(elsewhere.url()))])).toEqual([]);
    // Another article's annotation, asked for by the article that a tab does show.
    await page.goto(other);
    await page.bringToFront();
    await session.reading(page, (state) => state.article !== null);
    const there = await rowsOf(session.door.page);
    const touching = WELL_FORMED.filter(([verb]) => /(change|delete|restore|reattach)Annotation/.test(verb));
    expect(touching).toHaveLength(4);
    expect(await sendFrom(await session.door.tabOf(other), asked(theirs, touching))).toEqual([]);
    expect((await rowsOf(session.door.page)).annotations).toEqual(before.annotations);

    let answered = 0;
    const count = COUNT / 10;
    for (let at = 0; at < count; at += BATCH) {
      answered += (await sendFrom(none, mutated(at + 2, BATCH))).length;
      answered += (await sendFrom(await session.door.tabOf(other), mutated(at + 3, BATCH))).length;
    }
    expect(answered).toBe(0);
    expect(await rowsOf(session.door.page)).toEqual(there);
    report({ what: 'hostile messages from tabs', browser: kind, tried: 2 * count, answered, 'rows changed': 0 });
    await Promise.all([page.close(), elsewhere.close()]);
  });
});

/** As the background names the article at an address. */
const keyOf = (url: string): string => new URL(url).pathname.replace(/^\/|\/$/g, '');
