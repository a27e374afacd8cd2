import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inFirefoxItself } from '../../scripts/browsers/firefox-itself';
import { readClaimDatabase } from '../../src/claims/vite-plugin';
import { firstArticle as article } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { cardLabel, cardOpen } from '../support/acts';
import { eventually, ONE_BROWSER, placed, startSession, type TestSession } from '../support/session';

const [stored] = readClaimDatabase().articles;
if (!stored) throw new Error('the claim database is empty');
const html = siteLayouts[0]?.build(article) ?? '';
const count = stored.claims.length;

describe.each(ONE_BROWSER)('the argument map: %s', (kind) => {
  let session: TestSession;
  let page: Page;
  let map: Page;
  beforeAll(async () => {
    session = await startSession(kind);
    page = await session.open(article.url, html);
    await session.reading(page, (state) => placed(state, 'found').length === count);
    const tab = await session.door.tabOf(article.url);
    map = await session.openExtensionPage(`src/map/index.html?article=${encodeURIComponent(stored.key)}&tab=${tab}`);
    await map.bringToFront();
    await map.waitForSelector('.map .node');
  });
  afterAll(() => session?.close());

  const focused = () => map.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);

  const focus = (selector: string) =>
    map.evaluate((wanted) => document.querySelector<SVGElement>(wanted)?.focus(), selector);

  it('is a tree to a screen reader: every claim once, with its level, its verdict and how many stand beside it', async () => {
    const items = await map.evaluate(() =>
      [...document.querySelectorAll('.map [role=tree] > [role=treeitem]')].map((item) => ({
        name: item.getAttribute('aria-label') ?? '',
        level: Number(item.getAttribute('aria-level')),
        of: Number(item.getAttribute('aria-setsize')),
        expanded: item.getAttribute('aria-expanded'),
      })),
    );
    expect(items.length).toBe(count);
    expect(items[0]?.name).toBe('Claim 13 of 16, Contested: Washington helps Vietnam by not pressing');
    expect(items[0]).toMatchObject({ level: 1, of: 1, expanded: 'true' });
    for (const { id } of stored.claims.filter(({ supports }) => supports[0]?.claimId === stored.claims[12]?.id)) {
      const at = stored.claims.findIndex((claim) => claim.id === id) + 1;
      expect(items.find(({ name }) => name.startsWith(`Claim ${at} of`))?.level).toBe(2);
    }
  });

  it('is walked with the arrows from one stop of the Tab key', async () => {
    expect(await map.evaluate(() => document.querySelectorAll('.map [tabindex="0"]').length)).toBe(1);
    await focus('.map [tabindex="0"]');
    expect(await focused()).toContain('Claim 13 of');
    await map.keyboard.press('ArrowRight');
    expect(await focused()).toContain('Claim 1 of');
    await map.keyboard.press('ArrowDown');
    expect(await focused()).toContain('Claim 11 of');
    await map.keyboard.press('ArrowLeft');
    expect(await focused()).toContain('Claim 13 of');
    await map.keyboard.press('End');
    await map.keyboard.press('ArrowDown');
    expect(await focused()).toContain('Claim 15 of');
    expect(await map.evaluate(() => document.querySelectorAll('.map [tabindex="0"]').length)).toBe(1);
  });

  it('is drawn larger and smaller, and as before', async () => {
    const width = () => map.evaluate(() => document.querySelector('.map')?.getBoundingClientRect().width ?? 0);
    const drawn = await width();
    await map.click('.tools [aria-label="Larger"]');
    await eventually(width, (now) => Math.abs(now - 1.25 * drawn) < 1);
    await map.click('.tools .level');
    await eventually(width, (now) => Math.abs(now - drawn) < 1);
  });

  it('is saved as a picture that needs nothing else: SVG, and PNG with something in it', async () => {
    const files = await map.evaluate(async () => {
      const taken: { name: string; bytes: number[] }[] = [];
      const blobs = new Map<string, Blob>();
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob: Blob) => {
        const url = make.call(URL, blob);
        blobs.set(url, blob);
        return url;
      };
      const waiting: Promise<void>[] = [];
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        const [name, blob] = [this.download, blobs.get(this.href)];
        if (blob)
          waiting.push(blob.arrayBuffer().then((all) => void taken.push({ name, bytes: [...new Uint8Array(all)] })));
      };
      for (const button of document.querySelectorAll<HTMLElement>('.tools button')) {
        if (button.textContent?.startsWith('Save')) button.click();
      }
      for (let i = 0; i < 100 && waiting.length < 2; i++) await new Promise((done) => setTimeout(done, 50));
      await Promise.all(waiting);
      return taken;
    });
    const svg = files.find(({ name }) => name.endsWith('.svg'));
    const text = Buffer.from(svg?.bytes ?? []).toString('utf8');
    expect(text).toContain('xmlns="http://www.w3.org/2000/svg"');
    // Whatever lines it stands in.
    expect(text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).toContain('Washington helps Vietnam');
    expect(text).toContain(stored.headline);
    expect(text).not.toMatch(/class=|role=|var\(|light-dark|href=/);
    const png = files.find(({ name }) => name.endsWith('.png'));
    expect(png?.bytes.slice(0, 8)).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    // As much as letters and lines take; an empty sheet of this size has a few thousand bytes.
    expect(png?.bytes.length).toBeGreaterThan(50_000);
  });

  // Firefox's driver pastes nothing, and without a window its clipboard takes text alone (below).
  it.runIf(kind === 'chrome')('is copied: as a picture, and as the text of one', async () => {
    await map.bringToFront();
    await map.evaluate(() => {
      const field = document.body.appendChild(document.createElement('textarea'));
      field.id = 'pasted';
      field.addEventListener('paste', ({ clipboardData }) => {
        field.dataset.types = [...(clipboardData?.files ?? [])]
          .map(({ type, size }) => `${type} ${size > 50_000}`)
          .join();
      });
    });
    const paste = async () => {
      await map.focus('#pasted');
      await map.keyboard.down('Control');
      await map.keyboard.press('v', { commands: ['Paste'] });
      await map.keyboard.up('Control');
    };
    const copied = async (button: string, wanted: (pasted: { types: string; text: string }) => boolean) => {
      await (await map.waitForSelector(`.tools button::-p-text(${button})`))?.click();
      await eventually(async () => {
        await paste();
        return map.evaluate(() => {
          const field = document.querySelector<HTMLTextAreaElement>('#pasted');
          return { types: field?.dataset.types ?? '', text: field?.value ?? '' };
        });
      }, wanted);
    };
    await copied('Copy picture', ({ types }) => types === 'image/png true');
    await copied('Copy SVG', ({ text }) => text.startsWith('<svg') && text.includes('</svg>'));
    expect(await map.evaluate(() => document.querySelector('.said')?.textContent)).toBe('Copied as SVG.');
    await map.evaluate(() => document.querySelector('#pasted')?.remove());
  });

  /** Presses a button and waits for what is said then. */
  const presses = async (button: string, wanted: string): Promise<void> => {
    await (await map.waitForSelector(`.tools button::-p-text(${button})`))?.click();
    await eventually(
      () => map.evaluate(() => document.querySelector('.said')?.textContent ?? ''),
      (words) => words === wanted,
    );
  };

  it.runIf(kind === 'firefox')('is copied as the text of a picture', async () => {
    await map.bringToFront();
    await presses('Copy SVG', 'Copied as SVG.');
    const text = await inFirefoxItself(
      session.browser,
      `(() => {
        const asked = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
        asked.init(null);
        asked.addDataFlavor('text/plain');
        Services.clipboard.getData(asked, Services.clipboard.kGlobalClipboard, window.browsingContext.currentWindowContext);
        const data = {};
        asked.getTransferData('text/plain', data);
        return data.value.QueryInterface(Ci.nsISupportsString).data;
      })()`,
    );
    expect(text).toMatch(/^<svg.*<\/svg>$/s);
  });

  it('says how else it is taken along where the browser refuses its clipboard', async () => {
    await map.evaluate(() => {
      const refuse = () => Promise.reject(new DOMException('Document is not focused.', 'NotAllowedError'));
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { write: refuse },
      });
    });
    await presses('Copy picture', 'The browser does not let it be copied. Save it instead.');
    await map.evaluate(() => void Reflect.deleteProperty(navigator, 'clipboard'));
  });

  it('is printed on a page, without its tools', async () => {
    const paper = await map.pdf();
    expect(Buffer.from(paper.subarray(0, 5)).toString()).toBe('%PDF-');
    if (kind !== 'chrome') return;
    await map.emulateMediaType('print');
    const drawn = await map.evaluate(() => ({
      tools: getComputedStyle(document.querySelector('.tools') as Element).display,
      tooWide: document.documentElement.scrollWidth > innerWidth,
    }));
    await map.emulateMediaType();
    expect(drawn).toEqual({ tools: 'none', tooWide: false });
  });

  it('tells what happened since, in order, each with the claims it bears on and its sources', async () => {
    const events = await map.evaluate(() =>
      [...document.querySelectorAll('.since > ol > li:not(.end)')].map((item) => ({
        date: item.querySelector('time')?.dateTime ?? '',
        bearsOn: item.querySelectorAll('.bears button').length,
        sources: item.querySelectorAll('.citations li').length,
      })),
    );
    expect(events.map(({ date }) => date)).toEqual(stored.events.map(({ date }) => date));
    expect(events.map(({ bearsOn }) => bearsOn)).toEqual(stored.events.map(({ bearsOn }) => bearsOn.length));
    for (const { sources } of events) expect(sources).toBeGreaterThan(0);
  });

  it('leads to the words of a claim in the tab it came from', async () => {
    await map.bringToFront();
    await map.evaluate(() => {
      const node = document.querySelector('.map [aria-label^="Claim 9 of"]');
      node?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    });
    await eventually(
      () => cardLabel(page),
      (label) => label?.startsWith('Claim 9 of') === true,
    );
    await page.bringToFront();
    await page.keyboard.press('Escape');
  });

  it('opens the article where its tab has gone', async () => {
    await page.close();
    await map.bringToFront();
    await focus('.map [aria-label^="Claim 4 of"]');
    await map.keyboard.press('Enter');
    const target = await eventually(
      async () => (await session.browser.pages()).find((one) => one.url().startsWith(article.url)) ?? null,
      (found) => found !== null,
      10_000,
    );
    if (!target) throw new Error('not opened');
    expect(await cardOpen(target)).toContain('Claim 4 of');
  });
});
