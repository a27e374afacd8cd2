import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/core/annotation';
import { seeded } from '../anchoring/random';
import { sentence } from '../pages/prose';
import { stopBackground } from '../support/privileged';
import { rowsOf } from '../support/rows';
import { eventually, startSession, type TestSession } from '../support/session';
import { press, says, setUpSync } from '../support/set-up-sync';
import { WHOLE } from '../support/whole';
import { type DavServer, missingFor, PASSWORD, type ServerKind, startServer, USER } from '../sync/servers';

const KILLS = WHOLE ? 100 : 4;
const SERVERS: ServerKind[] = ['rclone', 'apache2'];
const server = SERVERS.find((one) => missingFor(one) === null);
const ADDRESS = 'https://thediplomat.com/2024/03/a-harbor-of-many-words/';
const html = `<!doctype html><html lang="en"><head><title>A Harbor of Many Words</title>
<meta property="og:type" content="article"><meta property="og:title" content="A Harbor of Many Words"></head><body><main>
<h1 id="headline">A Harbor of Many Words</h1><section id="tda-gated-body">${Array.from(
  { length: Math.max(KILLS, 20) },
  (_, i) => `<p>Entry ${i + 1}. ${sentence(i)} ${sentence(i + 7)}</p>`,
).join('')}</section></main></body></html>`;

describe.skipIf(!server)(
  `the worker is killed while it syncs (${server ?? 'no WebDAV server is installed here'})`,
  () => {
    let dav: DavServer;
    const sessions: TestSession[] = [];
    beforeAll(async () => {
      dav = await startServer(server ?? 'rclone');
      const allowed = ['http://127.0.0.1/*'];
      sessions.push(...(await Promise.all([startSession('chrome', { allowed }), startSession('chrome', { allowed })])));
    });
    afterAll(async () => {
      for (const session of sessions) await session.close();
      await dav?.stop();
    });

    const setUp = async (session: TestSession, name: string): Promise<Page> => {
      const library = await session.openExtensionPage('src/library/index.html');
      const place = { url: `${dav.url}notes`, user: USER, password: PASSWORD, passphrase: 'a long passphrase', name };
      await setUpSync(library, place);
      await says(library, '.sync', /Nothing waits/);
      return library;
    };
    const notesOf = async (page: Page): Promise<Annotation[]> =>
      ((await rowsOf(page)).annotations as Annotation[]).sort((a, b) => (a.id < b.id ? -1 : 1));

    it(`in ${KILLS} syncs at random moments, and nothing is lost`, { timeout: 900_000 }, async () => {
      const { int } = seeded(20261122);
      const [desktop, laptop] = sessions as [TestSession, TestSession];
      const library = await setUp(desktop, 'Desktop');
      // A page that is open syncs by itself; here the worker is to.
      await library.close();
      const page = await desktop.open(ADDRESS, html);
      await desktop.reading(page, (state) => state.article !== null);
      const tab = await desktop.door.tabOf(ADDRESS);
      let cutOff = 0;
      for (let i = 0; i < KILLS; i++) {
        await page.evaluate((at) => {
          const node = document.querySelectorAll('#tda-gated-body p')[at]?.firstChild as Text;
          getSelection()?.setBaseAndExtent(node, 0, node, 30);
        }, i);
        await desktop.door.ask(tab, 'highlightSelection');
        await eventually(
          () => notesOf(desktop.door.page),
          (notes) => notes.length === i + 1,
        );
        // The alarm of sync.ts, now: a packed extension would wait half a minute for it.
        await desktop.door.page.evaluate(() => {
          const { alarms } = (
            globalThis as never as Record<'chrome', { alarms: { create: (...given: unknown[]) => void } }>
          ).chrome;
          alarms.create('sync soon', { when: Date.now() });
        });
        // The first at once: that one finds something to be sent on any machine.
        await new Promise((done) => setTimeout(done, i === 0 ? 0 : int(0, 400)));
        await stopBackground(desktop);
        if (await waits(desktop.door.page)) cutOff++;
      }
      // Some before they had begun, some in the middle, some after: not all of one kind.
      console.log(`${cutOff} of ${KILLS} kills left something to be sent`);
      expect(cutOff).toBeGreaterThan(0);
      const again = await desktop.openExtensionPage('src/library/index.html');
      await press(again, 'Sync now');
      await says(again, '.sync [role=status]', /Last synced[\s\S]*Nothing waits/);
      const other = await setUp(laptop, 'Laptop');
      const notes = await eventually(
        () => notesOf(other),
        (rows) => rows.length === KILLS,
      );
      const plain = ({ lastSeen: _, ...note }: Annotation) => note;
      expect(notes.map(plain)).toEqual((await notesOf(again)).map(plain));
    });
  },
);

/** Whether something waits to be said, sealed or sent. */
async function waits(page: Page): Promise<boolean> {
  const { changes = [], outbox = [], syncFiles = [] } = await rowsOf(page);
  const waiting = (syncFiles as { state: string }[]).filter(({ state }) => state === 'waiting');
  return changes.length + outbox.length + waiting.length > 0;
}
