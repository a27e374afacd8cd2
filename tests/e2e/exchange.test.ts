import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { fillLibrary } from '../../scripts/bench/fill';
import { makeLibrary } from '../../scripts/bench/rows';
import { SYNC_TABLES } from '../../src/store/sync-rows';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { clickInHost, dragOver } from '../support/acts';
import { painted } from '../support/painted';
import { rowsOf } from '../support/rows';
import { BROWSERS, eventually, startSession, type TestSession } from '../support/session';
import { WHOLE } from '../support/whole';
import { annotation, reviewed } from '../unit/exchange/arbitrary';

const html = siteLayouts[0]?.build(article) ?? '';
const LIBRARY = 'src/library/index.html';

const press = (page: Page, words: string): Promise<void> =>
  eventually(
    () =>
      page.evaluate((wanted) => {
        // While a dialog is open nothing else can be pressed.
        const within = document.querySelector('dialog') ?? document;
        const buttons = [...within.querySelectorAll('button')];
        const button = buttons.find((one) => one.textContent?.trim().startsWith(wanted) && !one.disabled);
        button?.focus();
        button?.click();
        return button !== undefined;
      }, words),
    (pressed) => pressed,
  ).then(() => undefined);

const says = (page: Page, selector: string, words: RegExp): Promise<string> =>
  eventually(
    () => page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector),
    (text) => words.test(text),
  );

/** Chooses a file in the import dialog, as the file picker would. */
const choose = (page: Page, name: string, text: string): Promise<unknown> =>
  eventually(
    () =>
      page.evaluate(
        (fileName, content) => {
          const input = document.querySelector<HTMLInputElement>('dialog input[type=file]');
          const data = new DataTransfer();
          data.items.add(new File([content], fileName));
          if (input) input.files = data.files;
          input?.dispatchEvent(new Event('change', { bubbles: true }));
          return input !== null;
        },
        name,
        text,
      ),
    (chosen) => chosen,
  );

/** Exports everything as our own JSON, and gives the downloaded text. */
async function exported(page: Page): Promise<string> {
  await page.evaluate(() => {
    const original = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob)
        void blob.text().then((text) => document.documentElement.setAttribute('data-file', text));
      return original(blob);
    };
  });
  await press(page, 'Export…');
  await says(page, 'dialog button[type=submit]', /Export \d/);
  await press(page, 'Export ');
  const text = await eventually(
    () => page.evaluate(() => document.documentElement.getAttribute('data-file') ?? ''),
    (file) => file !== '',
  );
  await press(page, 'Close');
  return text;
}

/** Annotations as no reader would make them but any file might: all fields in use, hostile text, one in the bin. */
const ANNOTATIONS = [
  annotation({
    id: '019357a0-0000-7000-8000-00000000000a',
    note: '<img src=x onerror="document.title=1">\ud800 =1+1',
    tags: ['asean', 'Nguyễn'],
    color: 'pink',
    updated: 2000,
    lastSeen: { at: 3000, outcome: 'edited', words: 'other words', start: 0.25 },
    formerQuotes: [{ exact: 'former words', prefix: 'before ', suffix: ' after' }],
  }),
  annotation({ id: '019357a0-0000-7000-8000-00000000000b', exact: 'in the bin', deleted: 3000, updated: 3000 }),
  annotation({
    id: '019357a0-0000-7000-8000-00000000000c',
    target: { kind: 'claim', claimId: 'us-vietnam-stall-2022', statement: 'A statement.' },
  }),
];
/** Rows in every table, as the file of a reader who has used everything. */
const MORE = JSON.stringify({
  format: 'counterpoint-library',
  version: 1,
  annotations: ANNOTATIONS,
  ...reviewed(ANNOTATIONS),
  settings: [
    { name: 'toolbar', value: true },
    { name: 'askFirst', value: false },
    { name: 'meanings', value: { yellow: 'Key point', green: '', blue: '', pink: '', purple: 'Doubt' } },
    { name: 'reviewGoal', value: 25 },
    { name: 'reviewBadge', value: true },
  ],
});

/** Every row of what the reader keeps; what sync knows is this device's own and in no file. */
const keptRows = async (page: Page): Promise<Record<string, unknown[]>> =>
  Object.fromEntries(Object.entries(await rowsOf(page)).filter(([table]) => !SYNC_TABLES.includes(table)));

async function inLibrary(session: TestSession, deed: (page: Page) => Promise<void>): Promise<void> {
  const page = await session.openExtensionPage(LIBRARY);
  await page.bringToFront();
  await deed(page);
  await page.close();
}

describe.each(BROWSERS)('taken along: %s', (kind) => {
  it('what was made, exported, and imported into a fresh profile is the same in every field', async () => {
    let file = '';
    let before: Record<string, unknown[]> = {};
    const first = await startSession(kind);
    try {
      const page = await first.open(article.url, html);
      await first.reading(page, (state) => state.article !== null);
      await dragOver(page, '#tda-gated-body p:nth-of-type(3)', 4, 37);
      await clickInHost(page, '.offer [aria-label="purple"]');
      await eventually(
        () => painted(page),
        (seen) => 'counterpoint-purple' in seen,
      );
      await page.close();
      await inLibrary(first, async (library) => {
        await press(library, 'Import…');
        await choose(library, 'more.json', MORE);
        await says(library, 'dialog', /3 notes new, 0 changed, 0 the same, 0 refused/);
        await press(library, 'Import 3');
        await says(library, 'dialog [role=status]', /Done/);
        await press(library, 'Close');
        expect(await library.title()).toContain('Counterpoint');
        file = await exported(library);
        before = await keptRows(library);
        await says(library, '.kept-safe', /last export/);
      });
    } finally {
      await first.close();
    }
    expect(before.annotations).toHaveLength(4);

    const second = await startSession(kind);
    try {
      await inLibrary(second, async (library) => {
        await press(library, 'Import…');
        await choose(library, 'broken.json', '{"format": "counterpoint-library", "version": 1, "annotations": [{}]}');
        await says(library, 'dialog', /1 refused[\s\S]*broken.json, annotations, row 1/);
        await choose(library, 'counterpoint.json', file);
        await says(library, 'dialog', /4 notes new/);
        await press(library, 'Import 4');
        await says(library, 'dialog [role=status]', /Done/);
        expect(await keptRows(library)).toEqual(before);
        await press(library, 'Undo the import');
        await says(library, 'dialog [role=status]', /Undone/);
        expect((await keptRows(library)).annotations).toEqual([]);
        await press(library, 'Close');
        await eventually(
          () => library.evaluate(() => document.activeElement?.textContent),
          (focused) => focused === 'Import…',
        );
        await press(library, 'Import…');
        await choose(library, 'counterpoint.json', file);
        await press(library, 'Import 4');
        await says(library, 'dialog [role=status]', /Done/);
        await press(library, 'Close');
        expect(await exported(library)).toBe(file);
        const now = await keptRows(library);
        for (const [table, rows] of Object.entries(before)) expect(rows.length, table).toBeGreaterThan(0);
        expect(now).toEqual(before);
      });
    } finally {
      await second.close();
    }
  });

  // A worker is one in both, and ten thousand rows are long in coming to Firefox.
  it.runIf(kind === 'chrome' || WHOLE)('writes a long file beside the page, and calls it off', async () => {
    const session = await startSession(kind);
    try {
      await fillLibrary(session.door.page, makeLibrary(10_000));
      await inLibrary(session, async (library) => {
        await press(library, 'Export…');
        await says(library, 'dialog button[type=submit]', /Export 9,\d+ notes/);
        // Called off as soon as the bar shows an amount: the page is drawn while the file is written.
        await library.evaluate(() => {
          const watch = new MutationObserver(() => {
            const bar = document.querySelector<HTMLProgressElement>('dialog progress');
            if (!bar || bar.value === 0 || bar.position < 0) return;
            watch.disconnect();
            const seen = { label: bar.getAttribute('aria-label'), value: bar.value, max: bar.max };
            document.documentElement.dataset.seen = JSON.stringify(seen);
            document.querySelector<HTMLElement>('dialog .deeds .button')?.click();
          });
          watch.observe(document.body, { subtree: true, childList: true, attributes: true });
          const created = URL.createObjectURL.bind(URL);
          URL.createObjectURL = (what) => {
            document.documentElement.dataset.file = 'written';
            return created(what);
          };
          document.querySelector<HTMLElement>('dialog button[type=submit]')?.click();
        });
        await says(library, 'dialog [role=status]', /Called off. Nothing was written./);
        const told = await library.evaluate(() => document.documentElement.dataset.seen ?? '{}');
        const seen = JSON.parse(told) as { label: string; value: number; max: number };
        expect(seen.label).toBe('Writing the file');
        expect(seen.value).toBeLessThan(seen.max);
        expect(seen.max).toBeGreaterThan(10_000);
        const file = () => library.evaluate(() => document.documentElement.dataset.file ?? null);
        expect(await file()).toBeNull();
        await press(library, 'Export 9');
        await says(library, 'dialog [role=status]', /counterpoint-.*\.json is among your downloads/);
        expect(await file()).toBe('written');
        await press(library, 'Close');
      });
    } finally {
      await session.close();
    }
  });

  it('works by keyboard alone, and gives the focus back', async () => {
    const session = await startSession(kind);
    try {
      await inLibrary(session, async (library) => {
        const focused = () => library.evaluate(() => document.activeElement?.textContent ?? '');
        const tabTo = async (words: string) => {
          for (let i = 0; i < 80 && !(await focused()).startsWith(words); i++) await library.keyboard.press('Tab');
          expect(await focused()).toContain(words);
        };
        await says(library, '.exchange-tools', /Export/);
        await tabTo('Export…');
        await library.keyboard.press('Enter');
        await says(library, 'dialog h2', /Export/);
        await tabTo('Counterpoint (JSON)');
        await library.keyboard.press('ArrowDown');
        await says(library, 'dialog .template', /Template of a file/);
        await tabTo('Export 0 notes');
        await library.keyboard.press('Enter');
        await says(library, 'dialog [role=status]', /counterpoint-.*\.zip is among your downloads/);
        await library.keyboard.press('Escape');
        await eventually(
          () => library.evaluate(() => document.querySelectorAll('dialog').length),
          (dialogs) => dialogs === 0,
        );
        expect(await focused()).toBe('Export…');
        const labelled = await library.evaluate(() => {
          const nameless = [...document.querySelectorAll('button, input, select, textarea, summary')].filter(
            (one) =>
              !one.textContent?.trim() && !one.getAttribute('aria-label') && !(one as HTMLInputElement).labels?.length,
          );
          return nameless.map((one) => one.outerHTML);
        });
        expect(labelled).toEqual([]);
      });
    } finally {
      await session.close();
    }
  });

  it.runIf(kind === 'chrome')('a backup goes to the folder the reader picked', async () => {
    const session = await startSession(kind);
    try {
      await inLibrary(session, async (library) => {
        await says(library, '.kept-safe', /never exported/);
        // The browser's own picker cannot be worked from here; a folder of the origin's private file system is one too.
        await library.evaluate(() => {
          const picked = () =>
            navigator.storage.getDirectory().then((root) => root.getDirectoryHandle('backups', { create: true }));
          Object.assign(window, { showDirectoryPicker: picked });
        });
        await press(library, 'To a folder…');
        await says(library, '.kept-safe', /Backups will go to backups/);
        await press(library, 'Back up to backups');
        await says(library, '.kept-safe', /is in the folder backups/);
        const files = await library.evaluate(async () => {
          const root = await navigator.storage.getDirectory();
          const folder = await root.getDirectoryHandle('backups');
          const texts: Record<string, string> = {};
          for await (const [name, handle] of folder as unknown as AsyncIterable<[string, FileSystemFileHandle]>) {
            texts[name] = await (await handle.getFile()).text();
          }
          return texts;
        });
        expect(Object.keys(files)).toEqual([expect.stringMatching(/^counterpoint-\d{4}-\d\d-\d\d\.json$/)]);
        expect(Object.values(files)[0]).toContain('"format": "counterpoint-library"');
      });
    } finally {
      await session.close();
    }
  });

  it('the background takes a snapshot on a write, and the library page restores it', async () => {
    const session = await startSession(kind);
    try {
      const page = await session.open(article.url, html);
      await session.reading(page, (state) => state.article !== null);
      await dragOver(page, '#tda-gated-body p:nth-of-type(3)', 4, 37);
      await clickInHost(page, '.offer [aria-label="purple"]');
      await inLibrary(session, async (library) => {
        await says(library, '.kept-safe', /1 snapshot of/);
        await library.evaluate(() => document.querySelector<HTMLElement>('.entry .deeds .deed:last-child')?.click());
        await eventually(
          () => library.evaluate(() => document.querySelectorAll('.entry').length),
          (entries) => entries === 0,
        );
        await library.evaluate(() => document.querySelector<HTMLElement>('.kept-safe summary')?.click());
        await press(library, 'Restore…');
        await press(library, 'Put everything back');
        await eventually(
          () => library.evaluate(() => document.querySelectorAll('.entry').length),
          (entries) => entries === 1,
        );
        await says(library, '.kept-safe', /Restored as of/);
        await says(library, '.kept-safe', /2 snapshots/);
      });
    } finally {
      await session.close();
    }
  });
});
