import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needBrowser } from '../../scripts/browsers/find';
import { launch, type Session } from '../../scripts/browsers/launch';
import type { Annotation } from '../../src/core/annotation';
import { eventually } from '../support/session';
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

/** Presses a button by the keyboard: Firefox lets a page ask for a host only in answer to a hand. */
async function press(page: Page, words: string): Promise<void> {
  const focus = (wanted: string) => {
    const within = document.querySelector('dialog') ?? document;
    const buttons = [...within.querySelectorAll('button')];
    const button = buttons.find((one) => one.textContent?.trim().startsWith(wanted) && !one.disabled);
    button?.focus();
    return button !== undefined && document.activeElement === button;
  };
  await page.bringToFront();
  await eventually(
    () => page.evaluate(focus, words),
    (focused) => focused,
    15_000,
  );
  await page.keyboard.press('Enter');
}

const says = (page: Page, selector: string, words: RegExp): Promise<string> =>
  eventually(
    () =>
      page.evaluate(
        (wanted) => [...document.querySelectorAll(wanted)].map(({ textContent }) => textContent).join('\n'),
        selector,
      ),
    (text) => words.test(text),
    20_000,
  );

/** Types into the dialog's field of this name (its first, where no name is given), as the reader would. */
async function type(page: Page, label: string, text: string): Promise<void> {
  const focus = (wanted: string) => {
    const field = [...document.querySelectorAll('dialog label')].find(({ textContent }) =>
      textContent?.startsWith(wanted),
    );
    const input = document.getElementById(field?.getAttribute('for') ?? '') as HTMLInputElement | null;
    input?.focus();
    input?.select();
    return input !== null && document.activeElement === input;
  };
  const written = () => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value);
  await page.bringToFront();
  // A window that has just come to the front may lose the first letters.
  await eventually(
    async () => {
      if (!(await page.evaluate(focus, label))) return undefined;
      await page.keyboard.type(text);
      return written();
    },
    (value) => value === text,
    15_000,
  );
}

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

    async function setUp(page: Page, passphrase: string, name: string): Promise<void> {
      await press(page, 'Set up sync…');
      await type(page, 'Address', `${server.url}notes`);
      await type(page, 'User name', USER);
      await type(page, 'Password', PASSWORD);
      await press(page, 'Test');
      await says(page, 'dialog [role=status]', /It works/);
      await press(page, 'Next');
      await eventually(
        () => page.evaluate(() => document.querySelector('dialog')?.textContent ?? ''),
        (text) => text.includes('Step 2 of 3'),
      );
      await page.evaluate(() => document.querySelector<HTMLInputElement>('dialog input')?.select());
      await page.keyboard.type(passphrase);
      await press(page, 'Next');
      await eventually(
        () => page.evaluate(() => document.querySelector('dialog')?.textContent ?? ''),
        (text) => /Step 3 of 3|another passphrase/.test(text),
        20_000,
      );
      if (await page.evaluate(() => document.querySelector('dialog')?.textContent?.includes('another passphrase')))
        return;
      await type(page, 'What it is called', name);
      await press(page, 'Start');
      await says(page, '.sync', /Last synced/);
    }

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
