import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardClosed, cardOpen, clickClaim, clickField, clickInHost, dragOver, hostText } from '../support/acts';
import { inHost } from '../support/closed-root';
import { firstLine, painted } from '../support/painted';
import { BROWSERS, eventually, placed, startSession, type TestSession } from '../support/session';

const html = siteLayouts[0]?.build(article) ?? '';
const PARAGRAPH = '#tda-gated-body p:nth-of-type(3)';
const squeeze = (words: string) => words.replace(/\s+/g, '');

describe.each(BROWSERS)('the reader’s own highlights and notes: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  const openArticle = async (url = article.url, body = html): Promise<Page> => {
    const page = await session.open(url, body);
    await session.reading(page, (state) => placed(state, 'found').length >= article.passages.length);
    return page;
  };

  it('a highlight is made from a selection, and stands there after a reload', async () => {
    const page = await openArticle();
    const words = await dragOver(page, PARAGRAPH, 4, 37);
    await clickInHost(page, '.offer [aria-label="green"]');
    await eventually(
      () => painted(page),
      (seen) => seen['counterpoint-green'] === squeeze(words),
    );
    expect(await hostText(page, '.offer')).toBeNull();
    await page.reload();
    await eventually(
      () => painted(page),
      (seen) => seen['counterpoint-green'] === squeeze(words),
    );
    await page.close();
  });

  it('stands under every address of the article', async () => {
    const { pathname } = new URL(article.url);
    const page = await openArticle(`https://www.thediplomat.com${pathname.replace(/\/$/, '')}`);
    await eventually(
      () => painted(page),
      (seen) => 'counterpoint-green' in seen,
    );
    await page.close();
  });

  it('a note is written on it, kept without a button, changed, recolored, deleted, and brought back', async () => {
    const page = await openArticle();
    const words = await dragOver(page, '#tda-gated-body p:nth-of-type(6)', 10, 52);
    await clickInHost(page, '.offer .text');
    expect(await cardOpen(page)).toBe('Your highlight');
    await page.keyboard.type('First thought.');
    await page.keyboard.press('Escape');
    await cardClosed(page);
    const paintingOf = (paintings: Record<string, string>) =>
      Object.keys(paintings).find((name) => paintings[name] === squeeze(words)) ?? '';
    const name = paintingOf(
      await eventually(
        () => painted(page),
        (seen) => paintingOf(seen) !== '',
      ),
    );
    const open = async (painting: string) => {
      const { x, y } = await firstLine(page, painting, painting === 'counterpoint-green' ? 1 : 0);
      await page.mouse.click(x, y);
      await cardOpen(page);
    };
    await open(name);
    expect(await inHost(page, (root) => root.querySelector('textarea')?.value ?? null)).toBe('First thought.');
    await clickField(page, '.card textarea');
    await page.keyboard.press('End');
    await page.keyboard.type(' Second thought.');
    await eventually(
      () => hostText(page, '.card .status'),
      (status) => status === 'Saved on this device',
    );
    // Whoever paused goes on writing where they were.
    await page.keyboard.type(' Third.');
    await clickInHost(page, '.card [aria-label="pink"]');
    await eventually(
      () => painted(page),
      (seen) => seen['counterpoint-pink'] === squeeze(words),
    );
    await clickInHost(page, '.card footer .link');
    await eventually(
      () => painted(page),
      (seen) => !('counterpoint-pink' in seen),
    );
    await clickInHost(page, '.toast .link');
    await eventually(
      () => painted(page),
      (seen) => seen['counterpoint-pink'] === squeeze(words),
    );
    await open('counterpoint-pink');
    expect(await inHost(page, (root) => root.querySelector('textarea')?.value ?? null)).toBe(
      'First thought. Second thought. Third.',
    );
    await page.close();
  });

  it('words that are a highlight already stay one: they get the color, and the note', async () => {
    const page = await openArticle();
    const select = () => dragOver(page, '#tda-gated-body p:nth-of-type(8)', 10, 48);
    const words = await select();
    await clickInHost(page, '.offer [aria-label="blue"]');
    const inBlue = await eventually(
      () => painted(page),
      (seen) => seen['counterpoint-blue'] === squeeze(words),
    );
    const among = (seen: Record<string, string>) =>
      Object.entries(seen).filter(([name, text]) => !name.includes('claim') && text.includes(squeeze(words)));
    expect(among(inBlue)).toHaveLength(1);
    await select();
    await clickInHost(page, '.offer [aria-label="purple"]');
    await eventually(
      () => painted(page),
      (seen) => 'counterpoint-purple' in seen && !('counterpoint-blue' in seen),
    );
    await select();
    await clickInHost(page, '.offer .text');
    expect(await cardOpen(page)).toBe('Your highlight');
    await page.keyboard.type('The same words.');
    await eventually(
      () => hostText(page, '.card .status'),
      (status) => status === 'Saved on this device',
    );
    expect(await hostText(page, '.card footer')).not.toContain('Here too');
    const at = await painted(page);
    expect(at['counterpoint-purple']).toBe(squeeze(words));
    await page.close();
  });

  it('a note on a claim is kept, shown again, and gone when emptied', async () => {
    const page = await openArticle();
    await clickClaim(page, 'holds');
    await cardOpen(page);
    await clickField(page, '.card textarea');
    await page.keyboard.type('Check this.');
    await page.keyboard.press('Escape');
    await cardClosed(page);
    await page.reload();
    await session.reading(page, (state) => placed(state, 'found').length >= article.passages.length);
    await clickClaim(page, 'holds');
    await cardOpen(page);
    expect(await inHost(page, (root) => root.querySelector('textarea')?.value ?? null)).toBe('Check this.');
    await clickField(page, '.card textarea');
    for (let i = 0; i < 'Check this.'.length; i++) {
      await page.keyboard.press('End');
      await page.keyboard.press('Backspace');
    }
    await eventually(
      () => hostText(page, '.card .status'),
      (status) => status === 'Saved on this device',
    );
    await page.reload();
    await session.reading(page, (state) => placed(state, 'found').length >= article.passages.length);
    await clickClaim(page, 'holds');
    await cardOpen(page);
    expect(await inHost(page, (root) => root.querySelector('textarea')?.value ?? null)).toBe('');
    await page.close();
  });

  it('the toolbar does not come at a click, a double click or a selection nobody made by hand', async () => {
    const page = await openArticle();
    const { x, y } = await page.evaluate(() => {
      const box = document.querySelector('#tda-gated-body p:nth-of-type(2)')?.getBoundingClientRect() ?? new DOMRect();
      return { x: box.left + 60, y: box.top + 12 };
    });
    await page.mouse.click(x, y);
    await page.mouse.click(x, y, { count: 2 });
    await page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('#tda-gated-body p:nth-of-type(2)') as Node);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await hostText(page, '.offer')).toBeNull();
    // The shortcut and the menu work on such a selection all the same.
    await session.door.ask(await session.door.tabOf(article.url), 'highlightSelection');
    const words = await page.evaluate(
      () => document.querySelector('#tda-gated-body p:nth-of-type(2)')?.textContent ?? '',
    );
    await eventually(
      () => painted(page),
      (seen) => Object.values(seen).includes(squeeze(words)),
    );
    await page.close();
  });

  it('a selection by keyboard is offered too', async () => {
    const page = await openArticle();
    await page.evaluate(() => {
      const node = document.querySelector('#tda-gated-body p:nth-of-type(4)')?.firstChild as Text;
      getSelection()?.setBaseAndExtent(node, 0, node, 3);
    });
    await page.keyboard.down('Shift');
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.up('Shift');
    await eventually(
      () => hostText(page, '.offer'),
      (text) => text !== null,
    );
    await page.keyboard.press('Escape');
    await eventually(
      () => hostText(page, '.offer'),
      (text) => text === null,
    );
    await page.close();
  });
});

describe.each(BROWSERS)('tomorrow: %s', (kind) => {
  it('a note is on its words after the browser was closed and started again', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'counterpoint-'));
    try {
      const today = await startSession(kind, { profile });
      const page = await today.open(article.url, html);
      await today.reading(page, (state) => placed(state, 'found').length === article.passages.length);
      const words = await dragOver(page, PARAGRAPH, 4, 37);
      await clickInHost(page, '.offer .text');
      await cardOpen(page);
      await page.keyboard.type('To be read tomorrow.');
      await eventually(
        () => hostText(page, '.card .status'),
        (status) => status === 'Saved on this device',
      );
      await today.close();

      const tomorrow = await startSession(kind, { profile });
      const again = await tomorrow.open(article.url, html);
      await eventually(
        () => painted(again),
        (seen) => Object.values(seen).includes(squeeze(words)),
      );
      const [name = ''] = Object.entries(await painted(again)).find(([, text]) => text === squeeze(words)) ?? [];
      const { x, y } = await firstLine(again, name);
      await again.mouse.click(x, y);
      await cardOpen(again);
      expect(await inHost(again, (root) => root.querySelector('textarea')?.value ?? null)).toBe('To be read tomorrow.');
      await tomorrow.close();
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  });
});
