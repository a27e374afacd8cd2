import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, leaveBareBrowser, pageWith, startBareBrowser } from '../support/bare-browser';
import { BROWSERS } from '../support/session';
import type { Read } from './anchoring-read';

const PLAIN = '<p>The vote was seven to six, and the chair cast it.</p><p>She would vote the same way again.</p>';

describe.each(BROWSERS)('words stored from a page and found on another: %s', (kind) => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    [browser, script] = await Promise.all([startBareBrowser(kind), bundle('tests/component/anchoring-read.ts')]);
  });
  afterAll(() => leaveBareBrowser(kind, browser));

  /** Reads a body, and of words stored from `saved` what their ranges cover now. */
  const read = async (html: string, words: string, saved = html): Promise<Read> => {
    const page = await pageWith(browser, script, '');
    const seen = (await page.evaluate(
      (now, wanted, before) =>
        (globalThis as unknown as { under_test: { read: (...a: string[]) => Read } }).under_test.read(
          now,
          wanted,
          before,
        ),
      html,
      words,
      saved,
    )) as Read;
    await page.close();
    return seen;
  };

  it('a box inside a paragraph does not interrupt the words around it, and is not covered', async () => {
    const html = PLAIN.replace('to six', 'to <span class="td-ad">Subscribe for <b>five</b> a month</span>six');
    const now = await read(html, 'seven to six, and the chair', PLAIN);
    expect(now.covered).toEqual(['seven to ', 'six, and the chair']);
    expect(now.text.startsWith('The vote was seven to six, and the chair cast it.')).toBe(true);
  });

  it('words of a box can be quoted', async () => {
    const html = `${PLAIN}<figure><figcaption>The harbour board at its first meeting</figcaption></figure>`;
    expect((await read(html, 'harbour board at its first')).covered).toEqual(['harbour board at its first']);
  });

  it('a hidden copy, data and what a browser without scripts shows are not read', async () => {
    const html = `<div style="display:none">${PLAIN}</div><script type="application/ld+json">{"text":"seven to six"}</script><noscript>seven to six</noscript>${PLAIN}`;
    const now = await read(html, 'seven to six', PLAIN);
    expect(now.text.match(/seven to six/g)).toHaveLength(1);
    expect(now.covered).toEqual(['seven to six']);
  });

  it('a span for every word, breaks, soft hyphens and a decomposed letter change nothing', async () => {
    const html = '<p>Lê Minh <em>Anh studies</em> hydrology in Đà Nẵng.</p>';
    const now = `<p>${['Lê', 'Minh', 'Anh', 'stud\u00ADies'].map((word) => `<span>${word}</span>`).join(' ')}<br>hydrology in ${'Đà Nẵng'.normalize('NFD')}.</p>`;
    const { covered } = await read(now, 'Minh Anh studies hydrology in Đà Nẵng', html);
    expect(covered.join('').normalize('NFC').replace('\u00AD', '')).toBe('Minh Anh studieshydrology in Đà Nẵng');
  });

  it('lines of the source are spaces, blocks are lines', async () => {
    const { text } = await read('<p>one\ntwo</p>\n<ul><li>three</li><li>four</li></ul>', 'one two');
    expect(
      text
        .replace(/\s*\n\s*/g, '|')
        .replace(/ +/g, ' ')
        .trim(),
    ).toBe('one two|three|four');
  });

  it('a selection over a box means the words of the article', async () => {
    const { selected } = await read(
      `<p id="a">first words</p><aside>an advertisement</aside><p id="b">last words</p>`,
      'first words',
    );
    expect(selected).toBe('first words\nlast words');
  });
});
