import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, leaveBareBrowser, pageWith, startBareBrowser } from '../support/bare-browser';
import { BROWSERS } from '../support/session';
import type * as Anchoring from './anchoring-entry';

declare const under_test: typeof Anchoring;

describe.each(BROWSERS)('the text of a page: %s', (kind) => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    [browser, script] = await Promise.all([startBareBrowser(kind), bundle('tests/component/anchoring-entry.ts')]);
  });
  afterAll(() => leaveBareBrowser(kind, browser));

  /** The PageText of `#body`, runs of white space but for block breaks as one space. */
  const textOf = async (html: string, hidden: 'leave' | 'take' = 'leave'): Promise<string> => {
    const page = await pageWith(browser, script, html);
    const text = await page.evaluate(
      (mode) => under_test.readPageText(document.querySelector('#body') as Element, mode as 'leave').text,
      hidden,
    );
    await page.close();
    // Behind the sign stands the text of boxes, which is none of the article's.
    return (text.split('\uFFFC')[0] ?? '')
      .replace(/[ \t]*\n\s*/g, '\n')
      .replace(/[ \t]+/g, ' ')
      .trim();
  };

  const READ: [string, string, string][] = [
    ['blocks are kept apart', '<div id=body><p>One</p><p>two</p></div>', 'One\ntwo'],
    ['inline markup is not', '<div id=body><p>O<b>n</b>e <a href=#>tw</a>o</p></div>', 'One two'],
    ['a block within a block', '<div id=body>One<div>two</div>three</div>', 'One\ntwo\nthree'],
    ['a line break', '<div id=body><p>One<br>two</p></div>', 'One\ntwo'],
    [
      'lists and tables',
      '<div id=body><ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table></div>',
      'a\nb\nc\nd',
    ],
    [
      'a drop capital belongs to its word',
      '<div id=body><p><span style="float:left">T</span>he word</p></div>',
      'The word',
    ],
    [
      'what is not displayed',
      '<div id=body><p>One</p><p style="display:none">no</p><p hidden>no</p><p>two</p></div>',
      'One\ntwo',
    ],
    [
      'what is invisible, but for what is visible in it',
      '<div id=body><p style="visibility:hidden">no <b style="visibility:visible">yes</b> no</p></div>',
      'yes',
    ],
    [
      'what is transparent, tiny, blurred',
      '<div id=body><p style="opacity:0">no</p><p style="font-size:0">no</p><p style="filter:blur(4px)">no</p><p>yes</p></div>',
      'yes',
    ],
    [
      'a closed details',
      '<div id=body><details><summary>More</summary><p>no</p></details><p>yes</p></div>',
      'More\nyes',
    ],
    [
      'text for screen readers only',
      '<div id=body><p>yes<span style="position:absolute;width:1px;height:1px;overflow:hidden;white-space:nowrap">not seen at all</span></p></div>',
      'yes',
    ],
    [
      'scripts, forms, asides, figures',
      '<div id=body><script>no</script><p>One</p><form><p>no</p></form><aside>no</aside><figure>no<figcaption>no</figcaption></figure><nav>no</nav><p>two</p></div>',
      'One\ntwo',
    ],
    ['a hidden ancestor hides all', '<div style="display:none"><div id=body><p>no</p></div></div>', ''],
    [
      'the lines that a box cuts off',
      '<div id=body style="height:40px;overflow:hidden"><p style="margin:0">one<br>two<br>three<br>four</p></div>',
      'one\ntwo',
    ],
    [
      'a box that can be scrolled cuts nothing',
      '<div id=body style="height:40px;overflow:auto"><p style="margin:0">one<br>two<br>three</p></div>',
      'one\ntwo\nthree',
    ],
    [
      'a paragraph that is cut in the middle',
      `<div style="height:20px;overflow:hidden"><div id=body style="width:100px">${'word '.repeat(3)}${'next '.repeat(3)}</div></div>`,
      'word word',
    ],
  ];
  it.each(READ)('%s', async (_, html, text) => {
    expect(await textOf(html)).toBe(text);
  });

  it('takes what is hidden when asked to, but no box that is not the article’s', async () => {
    const html =
      '<div id=body style="height:20px;overflow:hidden"><p>One</p><p style="display:none">two</p><aside>no</aside><p>three</p></div>';
    expect(await textOf(html, 'take')).toBe('One\ntwo\nthree');
  });

  it('a page that clobbers names of the DOM changes nothing', async () => {
    const html =
      '<img name="createTreeWalker"><img name="createRange"><img name="body"><div id=body><p>One</p><form><input name="parentElement"><input name="matches"><input name="nodeType">no</form><p>two</p></div>';
    expect(await textOf(html)).toBe('One\ntwo');
  });

  it('words interrupted by a box become several ranges, none of which covers the box', async () => {
    const page = await pageWith(
      browser,
      script,
      '<div id=body><p>The first half <span class="td-ad">Buy a boat</span>and the second</p></div>',
    );
    const words = await page.evaluate(() => {
      const text = under_test.readPageText(document.querySelector('#body') as Element);
      const start = text.text.indexOf('first');
      const end = text.text.indexOf('second') + 'second'.length;
      return under_test.rangesOf(text, { start, end }).map(String);
    });
    expect(words).toEqual(['first half ', 'and the second']);
    await page.close();
  });

  it('a long page is worked in steps as small as those of a short one, between which others have their turn', async () => {
    const page = await pageWith(browser, script, '<div id=body></div>');
    const paragraphs = 1000;
    const quotes = paragraphs / 5;
    const worked = await page.evaluate((count) => under_test.workedInSlices(count), paragraphs);
    await page.close();
    expect(worked.found).toBe(quotes);
    // An element and a text for each paragraph, at most 200 of them in a step.
    expect(worked.readingPauses).toBeGreaterThanOrEqual((2 * paragraphs) / 200);
    // The text is read once and its words gone through twice, 40,000 characters or 20,000 words in a step; then 8 quotes.
    expect(worked.searchingPauses).toBeGreaterThanOrEqual(
      worked.characters / 40_000 + (2 * 60 * paragraphs) / 20_000 + quotes / 8,
    );
    expect(worked.turns).toBeGreaterThan(0);
  });

  it('a selection becomes a quote and the quote leads back to it, from any kind of edge', async () => {
    const page = await pageWith(
      browser,
      script,
      '<div id=body><p id=a>  The <i>first</i> of   two. </p><p id=b>The <b>second</b> one.</p></div>',
    );
    const seen = await page.evaluate(() => {
      const text = under_test.readPageText(document.querySelector('#body') as Element);
      const quotes: (string | null)[] = [];
      const select = (from: Node, start: number, to: Node, end: number) => {
        const range = document.createRange();
        range.setStart(from, start);
        range.setEnd(to, end);
        const span = under_test.spanOf(text, range);
        if (!span) return quotes.push(null);
        const quote = under_test.describe(text.text, span);
        const [outcome] = under_test.resolveAll(text.text, [quote]);
        const found = outcome?.kind === 'found' ? outcome.span : null;
        return quotes.push(found ? `${quote.exact}|${under_test.rangesOf(text, found).map(String).join('')}` : 'lost');
      };
      const a = document.querySelector('#a') as Element;
      const b = document.querySelector('#b') as Element;
      const node = (parent: Element, at: number) => parent.childNodes[at] as Node;
      select(node(a, 0), 2, node(a, 2), 4);
      select(a, 0, a, 3);
      select(a, 1, b, 2);
      select(node(a, 2), 1, node(a, 2), 1);
      select(document.body, 0, document.body, document.body.childNodes.length);
      return quotes;
    });
    expect(seen).toEqual([
      'The first of|The first of',
      'The first of two.|The first of   two.',
      'first of two. The second|first of   two. The second',
      null,
      'The first of two. The second one.|The first of   two. The second one.',
    ]);
    await page.close();
  });
});
