import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardOpen, clickInHost, dragOver, hostText } from '../support/acts';
import { findings } from '../support/axe';
import { inHost } from '../support/closed-root';
import { chooseFile, onSameWords, packOf, press, says } from '../support/packs-page';
import { painted } from '../support/painted';
import { eventually, ONE_BROWSER, placed, startSession, type TestSession } from '../support/session';
import { packFile, signer } from '../unit/packs/made-pack';

interface TabsApi {
  query: (filter: object) => Promise<{ url?: string }[]>;
}

const html = siteLayouts[0]?.build(article) ?? '';
const count = article.passages.length;
const [first] = article.passages;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe.each(ONE_BROWSER)('claim packs: %s', (kind) => {
  let session: TestSession;
  let page: Page;
  let packs: Page;
  beforeAll(async () => {
    session = await startSession(kind);
    page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === count);
    packs = await session.openExtensionPage('src/packs-page/index.html');
    await packs.bringToFront();
    await packs.waitForSelector('#pack-file');
  });
  afterAll(() => session?.close());

  /** The claims of packs that are painted in the open article, by their ids. */
  const paintedPacks = (wanted: string[]) =>
    session.reading(page, (state) => {
      const found = placed(state, 'found').filter((id) => id.includes(':'));
      return found.sort().join() === wanted.sort().join();
    });
  const owner = signer();
  const release2 = packOf('a-class', 'A class on harbors');

  it('a file is previewed, then kept, and its claims show at once in the open article', async () => {
    await chooseFile(packs, 'class.json', packFile(release2, owner.sign(release2)));
    const preview = await says(packs, '.preview', /What class.json holds/);
    expect(preview).toContain('by Jane Doe, release 2 of 2026-11-22 · 1 claim on 1 article');
    expect(preview).toMatch(/Signed with the key ([0-9a-f]{4} ){7}[0-9a-f]{4}/);
    expect(await findings(packs)).toEqual([]);
    // Nothing yet.
    await paintedPacks([]);
    await press(packs, 'Keep this pack');
    await says(packs, '.said', /A class on harbors is kept/);
    await paintedPacks(['a-class:a-class']);
  });

  it('claims of several origins on the same words stand side by side, each with where it is from', async () => {
    await chooseFile(packs, 'news.yaml', bytesOf(JSON.stringify(packOf('news', 'The Harbor News'))));
    await press(packs, 'Keep this pack');
    await paintedPacks(['a-class:a-class', 'news:news']);
    await page.bringToFront();
    const tab = await session.door.tabOf(article.url);
    await session.door.ask(tab, 'goToClaim', { id: 'news:news' });
    await cardOpen(page);
    expect(await hostText(page, '.card .origin')).toBe('From “The Harbor News”');
    const beside = await inHost(page, (root) =>
      [...root.querySelectorAll('.beside .origin-name')].map((name) => name.textContent),
    );
    expect(beside).toEqual(['Counterpoint', 'From “A class on harbors”']);
    await clickInHost(page, '.beside li:nth-child(2) button');
    await eventually(
      () => hostText(page, '.card .origin'),
      (origin) => origin === 'From “A class on harbors”',
    );
    // The reader takes a stance on it.
    await clickInHost(page, '.stance button');
    await eventually(
      () => inHost(page, (root) => root.querySelector('.stance button')?.getAttribute('aria-pressed') ?? ''),
      (pressed) => pressed === 'true',
    );
    await page.keyboard.press('Escape');
    const popup = await session.openExtensionPage(`src/popup/index.html?tab=${tab}`);
    await says(popup, '[data-claim="news:news"]', /From “The Harbor News”/);
    const map = `src/map/index.html?article=${encodeURIComponent(new URL(article.url).pathname.slice(1, -1))}`;
    await popup.close();
    const mapped = await session.openExtensionPage(map);
    await eventually(
      () =>
        mapped.evaluate(() =>
          [...document.querySelectorAll('[role=treeitem]')].map((item) => item.getAttribute('aria-label') ?? ''),
        ),
      (items) => items.some((item) => item.endsWith('(From “The Harbor News”)')),
    );
    await mapped.close();
    await packs.bringToFront();
  });

  it('a release is shown with what changes before it takes the place of the former', async () => {
    const claims = [onSameWords('a-class', { label: 'Another label' }), onSameWords('third', { label: 'A third' })];
    const release3 = packOf('a-class', 'A class on harbors', { release: 3 }, claims);
    await chooseFile(packs, 'class-3.json', packFile(release3, owner.sign(release3)));
    const preview = await says(packs, '.preview', /What changes against release 2/);
    expect(preview).toMatch(/1 claim comes\s*A third/);
    expect(preview).toMatch(/1 claim is another now\s*Another label/);
    await press(packs, 'Update to release 3');
    await paintedPacks(['a-class:a-class', 'a-class:third', 'news:news']);
  });

  it('what is hostile or not its owner’s is refused with a reason, and the pack that is kept stays', async () => {
    const release4 = packOf('a-class', 'A class on harbors', { release: 4 });
    for (const [name, bytes, reason] of [
      ['other-key.json', packFile(release4, signer().sign(release4)), /signed with another key/],
      ['older.json', packFile(release2, owner.sign(release2)), /release 3 of this pack; this is release 2/],
      ['hash.json', packFile(release4, { hash: '0'.repeat(64) }), /hash is wrong/],
      ['script.yaml', bytesOf(JSON.stringify(packOf('evil', '<script>alert(1)</script>'))), /markup in its text/],
      ['deep.yaml', bytesOf('- '.repeat(20_000)), /nested too deeply/],
    ] as const) {
      await chooseFile(packs, name, bytes);
      expect(await says(packs, '[role=alert]', reason)).toMatch(new RegExp(`^${name} was refused`));
    }
    await says(packs, '[data-pack=a-class]', /release 3 of/);
    expect(await findings(packs)).toEqual([]);
    await paintedPacks(['a-class:a-class', 'a-class:third', 'news:news']);
  });

  it('a pack that is switched off or removed is off the page at once; what was said to its claims stays', async () => {
    await press(packs, 'Show the claims of The Harbor News');
    await paintedPacks(['a-class:a-class', 'a-class:third']);
    await press(packs, 'Show the claims of The Harbor News');
    await paintedPacks(['a-class:a-class', 'a-class:third', 'news:news']);
    await press(packs, 'Remove A class on harbors');
    await paintedPacks(['news:news']);
    expect(Object.keys(await painted(page))).toContain(`counterpoint-claim-${first?.verdict}`);
    const library = await session.openExtensionPage('src/library/index.html?view=stances');
    const row = await says(library, '.claim-stance', /What a-class makes of it/);
    expect(row).toContain('from a pack that is not here (a-class)');
    await library.close();
    await packs.bringToFront();
    await press(packs, 'Undo');
    await paintedPacks(['a-class:a-class', 'a-class:third', 'news:news']);
  });
});

/** Writes into the field that a label names. */
const write = (page: Page, label: string, words: string): Promise<boolean> =>
  eventually(
    () =>
      page.evaluate(
        (wanted, text) => {
          const named = [...document.querySelectorAll('label')].find((one) => one.textContent?.trim() === wanted);
          const field = named?.control;
          if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return false;
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          return true;
        },
        label,
        words,
      ),
    (written) => written,
  );

/** The label of the field that has the focus, or what the button says. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0] : activeElement;
    return label?.textContent?.trim() ?? '';
  });

/** Adds an argument by keyboard alone, writes a wrong year and address, takes it out, back in, and out for good. */
async function adds(form: Page): Promise<void> {
  await form.focus('.arguments-written > button');
  await form.keyboard.press('Enter');
  await eventually(
    () => focused(form),
    (name) => name === 'Heading',
  );
  await form.keyboard.type('One is a copy');
  // Text, type, strength, reason, author, title, place, year.
  for (let i = 0; i < 8; i++) await form.keyboard.press('Tab');
  await form.keyboard.type('20x');
  await form.keyboard.press('Tab');
  await form.keyboard.type('example.org');
  await form.keyboard.press('Tab');
  const wrong = () =>
    form.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.wrong')]
        .filter((one) => one.checkVisibility())
        .map((one) => one.textContent),
    );
  expect(await wrong()).toEqual(['A year has four digits.', 'An address begins with https:// or http://.']);
  const edge = await form.evaluate(() => {
    const colors = [...document.querySelectorAll('input:user-invalid')].map((one) => getComputedStyle(one).borderColor);
    return new Set([...colors, getComputedStyle(document.querySelector('.wrong') as Element).color]).size;
  });
  expect(edge).toBe(1);
  await says(form, '.lacks', /a whole address/);
  expect(await focused(form)).toBe('Add a source');
  await form.keyboard.press('Tab');
  await form.keyboard.press('Enter');
  await eventually(
    () => focused(form),
    (name) => name === 'Add a counterargument',
  );
  await press(form, 'Undo');
  await eventually(
    () => form.evaluate(() => document.querySelector<HTMLInputElement>('.argument-written input')?.value),
    (heading) => heading === 'One is a copy',
  );
  await press(form, 'Take this argument out');
  await eventually(
    () => form.evaluate(() => document.querySelectorAll('.argument-written').length),
    (arguments_) => arguments_ === 0,
  );
}

describe.each(ONE_BROWSER)('a claim of the reader’s own: made in %s', (kind) => {
  it('stands on its words as theirs, and comes to another reader as a signed pack', async () => {
    let file = '';
    let words = '';
    const maker = await startSession(kind);
    try {
      const page = await maker.open(article.url, html);
      await maker.reading(page, (state) => placed(state, 'found').length === count);
      const before = (await painted(page))['counterpoint-claim-contested'] ?? '';
      words = await dragOver(page, '#tda-gated-body p:nth-of-type(3)', 0, 40);
      await clickInHost(page, '.offer .claim');
      const url = await eventually(
        () =>
          maker.door.page.evaluate(async () => {
            const { tabs } = (globalThis as unknown as { chrome: { tabs: TabsApi } }).chrome;
            return (await tabs.query({})).find((tab) => tab.url?.includes('?claim='))?.url ?? '';
          }),
        (found) => found !== '',
      );
      const form = await maker.openExtensionPage(`src/packs-page/index.html${new URL(url).search}`);
      await form.bringToFront();
      await write(form, 'What the article claims here, in your own words', 'The reader’s own words.');
      // On the article at once, though it is not whole.
      await maker.reading(page, (state) => placed(state, 'found').length === count + 1);
      const now = (await painted(page))['counterpoint-claim-contested'] ?? '';
      // On the words that were dragged over, each of them whole.
      expect(before).not.toContain(words.replace(/\s+/g, ''));
      expect(now).toContain(words.replace(/\s+/g, ''));
      expect(now.length).toBeLessThan(before.length + words.length + 20);
      await write(form, 'Why', 'Nobody has seen both ledgers.');
      await adds(form);
      await press(form, 'Add a counterargument');
      await write(form, 'Heading', 'One is a copy');
      await write(form, 'The argument', 'The second ledger is a copy of the first.');
      await write(form, 'Why it is as strong as that', 'It is on paper.');
      await says(form, '.lacks', /still needs: author, title, place and year of each source/);
      await write(form, 'Author of the source', 'Jane Doe');
      await write(form, 'Its title', 'Harbors');
      await write(form, 'Where it appeared', 'Press');
      await write(form, 'Year', '2020');
      await says(form, '.lacks', /It is whole/);
      expect(await findings(form)).toEqual([]);
      // Deleted and taken back.
      await press(form, 'Delete: The reader’s own words.');
      await maker.reading(page, (state) => placed(state, 'found').length === count);
      await press(form, 'Undo');
      await maker.reading(page, (state) => placed(state, 'found').length === count + 1);
      await form.evaluate(() => {
        const original = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob) => {
          if (blob instanceof Blob)
            void blob.text().then((text) => document.documentElement.setAttribute('data-file', text));
          return original(blob);
        };
      });
      await write(form, 'Name of the pack', 'Ledgers of mine');
      await write(form, 'Who gives it', 'A reader');
      await press(form, 'Export the pack');
      await says(form, '.export-own [role=status]', /fingerprint: ([0-9a-f]{4} ){7}[0-9a-f]{4}/);
      file = await eventually(
        () => form.evaluate(() => document.documentElement.getAttribute('data-file') ?? ''),
        (text) => text !== '',
      );
    } finally {
      await maker.close();
    }
    const other = await startSession(kind === 'chrome' ? 'firefox' : 'chrome');
    try {
      const page = await other.open(article.url, html);
      await other.reading(page, (state) => placed(state, 'found').length === count);
      const packs = await other.openExtensionPage('src/packs-page/index.html');
      await packs.bringToFront();
      await packs.waitForSelector('#pack-file');
      await chooseFile(packs, 'mine.json', bytesOf(file));
      expect(await says(packs, '.preview', /Ledgers of mine/)).toContain('by A reader, release 1');
      await press(packs, 'Keep this pack');
      await other.reading(page, (state) => placed(state, 'found').length === count + 1);
    } finally {
      await other.close();
    }
  });
});
