import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needBrowser } from '../../scripts/browsers/find';
import { launch, type Session } from '../../scripts/browsers/launch';
import type { Annotation } from '../../src/core/annotation';
import { eventually } from '../support/session';
import { press, says, setUpSync, type, typePassphrase } from '../support/set-up-sync';
import { type DavServer, missingFor, PASSWORD, type ServerKind, startServer, USER } from '../sync/servers';
import { annotation } from '../unit/exchange/arbitrary';

const LIBRARY = 'src/library/index.html';
const idOf = (i: number) => `019357a0-0000-7000-8000-00000000000${i}`;
const SERVERS: ServerKind[] = ['rclone', 'apache2'];
const kind = SERVERS.find((one) => missingFor(one) === null);

/** Tables of what the reader keeps, as a page's browser has them on disk. */
const kept = (page: Page): Promise<Record<string, unknown[]>> =>
  page.evaluate(async () => {
    const opening = indexedDB.open('counterpoint');
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const rows: Record<string, unknown[]> = {};
    for (const table of ['annotations', 'articles', 'tombstones', 'settings', 'stances', 'reviews']) {
      const all = opened.transaction(table).objectStore(table).getAll();
      rows[table] = await new Promise((resolve) => {
        all.onsuccess = () => resolve(all.result);
      });
    }
    opened.close();
    return rows;
  });
const notesOf = async (page: Page): Promise<Annotation[]> => (await kept(page)).annotations as Annotation[];

/** Brings annotations in by the reader's own import. */
async function bring(page: Page, annotations: Annotation[]): Promise<void> {
  await press(page, 'Import…');
  await eventually(
    () => page.evaluate(() => document.querySelector('dialog input[type=file]') !== null),
    (there) => there,
  );
  await page.evaluate(
    (content) => {
      const input = document.querySelector<HTMLInputElement>('dialog input[type=file]');
      const data = new DataTransfer();
      data.items.add(new File([content], 'more.json'));
      if (input) input.files = data.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    },
    JSON.stringify({ format: 'counterpoint-library', version: 1, annotations }),
  );
  await says(page, 'dialog', /refused/);
  await press(page, 'Import ');
  await says(page, 'dialog [role=status]', /Done/);
  await press(page, 'Close');
}

describe.skipIf(!kind)(
  `two browsers and a WebDAV server (${kind ?? 'neither rclone nor apache2 is installed here'})`,
  () => {
    let server: DavServer;
    let sessions: Session[];
    let chrome: Page;
    let firefox: Page;
    beforeAll(async () => {
      server = await startServer(kind ?? 'rclone');
      const allowed = ['http://127.0.0.1/*'];
      sessions = await Promise.all(
        (['chrome', 'firefox'] as const).map((one) => launch({ browser: needBrowser(one), headless: true, allowed })),
      );
      [chrome, firefox] = (await Promise.all(sessions.map((session) => session.openExtensionPage(LIBRARY)))) as [
        Page,
        Page,
      ];
    });
    afterAll(async () => {
      for (const session of sessions ?? []) await session.close();
      await server?.stop();
    });

    const setUp = (page: Page, passphrase: string, name: string) =>
      setUpSync(page, { url: `${server.url}notes`, user: USER, password: PASSWORD, passphrase, name });

    it('says plainly what is wrong, and a wrong passphrase changes nothing', async () => {
      await chrome.bringToFront();
      await bring(chrome, [
        annotation({ id: idOf(1), note: 'The first words.', exact: 'one' }),
        annotation({ id: idOf(2), note: 'Another note.', exact: 'two' }),
      ]);
      await press(chrome, 'Set up sync…');
      await type(chrome, 'Address', 'http://example.com/dav');
      await press(chrome, 'Test');
      await says(chrome, 'dialog [role=alert]', /no https address/);
      await type(chrome, 'Address', server.url);
      await type(chrome, 'User name', 'nobody');
      await press(chrome, 'Test');
      await says(chrome, 'dialog [role=alert]', /does not take this user name/);
      await press(chrome, 'Close');
      await setUp(chrome, 'a long passphrase', 'Desktop');
      await says(chrome, '.sync', /Nothing waits/);
      await firefox.bringToFront();
      await setUp(firefox, 'not that passphrase', 'Laptop');
      await says(firefox, 'dialog [role=alert]', /sealed with another passphrase/);
      await press(firefox, 'Close');
      expect(await notesOf(firefox)).toEqual([]);
    });

    it('the second browser gets what the first one has', async () => {
      await setUp(firefox, 'a long passphrase', 'Laptop');
      await eventually(
        () => notesOf(firefox),
        (notes) => notes.length === 2,
        20_000,
      );
      expect(await kept(firefox)).toEqual(await kept(chrome));
      await says(firefox, '.sync', /Desktop/);
      await eventually(
        () => firefox.evaluate(() => document.querySelectorAll('.entry').length),
        (entries) => entries === 2,
      );
      // What lies on the server says nothing of what it is.
      for (const name of readdirSync(join(server.files, 'notes')))
        expect(name).toMatch(/^([0-9a-f]{40}|[0-9a-f]{32}\.key)$/);
    });

    it('both write on while the server is away, and both end with the words of both', async () => {
      await server.pause();
      await bring(chrome, [
        annotation({
          id: idOf(1),
          note: 'The first words, and Chrome’s.',
          color: 'green',
          exact: 'one',
          created: 900,
          updated: 5000,
        }),
        annotation({ id: idOf(3), note: 'From Chrome.', exact: 'three' }),
      ]);
      await bring(firefox, [
        annotation({
          id: idOf(1),
          note: 'Firefox’s: The first words.',
          color: 'pink',
          exact: 'one',
          created: 900,
          updated: 6000,
        }),
        annotation({ id: idOf(4), note: 'From Firefox.', exact: 'four' }),
      ]);
      await press(chrome, 'Sync now');
      await says(chrome, '.sync [role=alert]', /server does not answer/);
      await says(chrome, '.sync [role=status]', /wait/);
      await server.resume();
      for (const page of [chrome, firefox, chrome]) {
        await page.bringToFront();
        await press(page, 'Sync now');
        await says(page, '.sync [role=status]', /Last synced[\s\S]*Nothing waits/);
      }
      const notes = await eventually(
        () => notesOf(chrome),
        (rows) => rows.length === 4,
        20_000,
      );
      expect(notes.map(({ note }) => note)).toEqual([
        expect.stringMatching(/Firefox’s: The first words.*Chrome’s/),
        'Another note.',
        'From Chrome.',
        'From Firefox.',
      ]);
      expect(await kept(firefox)).toEqual(await kept(chrome));
    });

    it('what both changed is shown in both, and settled in either for both', async () => {
      for (const page of [chrome, firefox]) {
        await says(
          page,
          '.conflicts',
          /Shown in pink; on the other device it was made green[\s\S]*words of both stand/,
        );
      }
      const sync = async (page: Page) => {
        await press(page, 'Sync now');
        await says(page, '.sync [role=status]', /Last synced[\s\S]*Nothing waits/);
      };
      await press(firefox, 'Take green');
      await sync(firefox);
      await sync(chrome);
      // What was taken in the one is asked in neither any more.
      for (const page of [chrome, firefox])
        await says(page, '.conflicts', /^(?![\s\S]*green)[\s\S]*words of both stand/);
      await press(chrome, 'Leave it so');
      await sync(chrome);
      await sync(firefox);
      for (const page of [chrome, firefox]) {
        await eventually(
          () => page.evaluate(() => document.querySelectorAll('.conflicts').length),
          (shown) => shown === 0,
        );
      }
      expect((await notesOf(chrome))[0]?.color).toBe('green');
      expect(await kept(firefox)).toEqual(await kept(chrome));
    });

    it('the password and the secret are in no export and in no table', async () => {
      const everything = await chrome.evaluate(async () => {
        const databases = await indexedDB.databases();
        return databases.map(({ name }) => name);
      });
      expect(everything).toContain('counterpoint');
      expect(JSON.stringify(await kept(chrome))).not.toContain(PASSWORD);
    });

    it('goes on in a folder on this computer, where the browser lets one be chosen', async () => {
      // The picker itself cannot be worked from here; a folder of the origin's private file system is one too.
      await chrome.evaluate(() => {
        const picked = () =>
          navigator.storage.getDirectory().then((root) => root.getDirectoryHandle('drive', { create: true }));
        Object.assign(window, { showDirectoryPicker: picked });
      });
      const before = await kept(chrome);
      await press(chrome, 'Switch off…');
      await press(chrome, 'Switch off?');
      await press(chrome, 'Set up sync…');
      await eventually(
        () =>
          chrome.evaluate(() => {
            const [, onDisk] = document.querySelectorAll<HTMLInputElement>('dialog [name=way]');
            onDisk?.click();
            return onDisk !== undefined;
          }),
        (chosen) => chosen,
      );
      await press(chrome, 'Choose a folder…');
      await says(chrome, 'dialog [role=status]', /drive: It works/);
      await press(chrome, 'Next');
      await typePassphrase(chrome, 'a long passphrase');
      await type(chrome, 'What it is called', 'Desktop');
      await press(chrome, 'Start');
      await says(chrome, '.sync', /drive[\s\S]*Last synced[\s\S]*Nothing waits/);
      const names = await chrome.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        const found: string[] = [];
        const drive = (await root.getDirectoryHandle('drive')) as unknown as AsyncIterable<[string]>;
        for await (const [name] of drive) found.push(name);
        return found;
      });
      expect(names.map((name) => name.replace(/^[0-9a-f]+/, '')).sort()).toEqual(['', '.key']);
      expect(await kept(chrome)).toEqual(before);
    });

    it('is switched off, and leaves everything where it was', async () => {
      const before = await kept(firefox);
      const files = readdirSync(join(server.files, 'notes')).length;
      await press(firefox, 'Switch off…');
      await press(firefox, 'Switch off?');
      await says(firefox, '.sync', /Set up sync/);
      expect(await kept(firefox)).toEqual(before);
      expect(readdirSync(join(server.files, 'notes')).length).toBe(files);
    });
  },
);
