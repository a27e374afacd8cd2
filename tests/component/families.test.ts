import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describe as describeSpan } from '../../src/anchoring/describe';
import { DRESS } from '../anchoring/families/dress';
import { EDITS } from '../anchoring/families/edit';
import { MOVES } from '../anchoring/families/move';
import { htmlOf, WAYS } from '../anchoring/html';
import { render, savedPage } from '../anchoring/page';
import { type Target, targetsIn } from '../anchoring/quotes';
import { seeded } from '../anchoring/random';
import { samples } from '../anchoring/texts';
import { truthOf } from '../anchoring/truth';
import { bundle, leaveBareBrowser, pageWith, startBareBrowser } from '../support/bare-browser';
import { BROWSERS } from '../support/session';
import type * as Anchoring from './anchoring-entry';

declare const under_test: typeof Anchoring;

/** A part of the corpus: changes of the whole page, so that one page answers for all quotes. */
const CHANGES = ['nothing changed', 'NFD', 'boxes and advertisements', 'hidden copies', 'edited here and there'];
const SEED = 11;
/** The corpus as strings asks for more; here the way from the DOM and back to it is tried. */
const LEAST_FOUND = 0.99;
/** Two of about 1,300: a sentence whose first word, `The`, stands alone before a box put in; its edge is then missed. */
const MOST_WRONG = 1 / 600;

const squeezed = (text: string): string => text.replace(/\s+/g, '');

const families = [...DRESS, ...EDITS, ...MOVES].filter(({ name }) => CHANGES.includes(name));
const texts = samples().filter(({ name }) => name === 'harbour' || name === 'delta');

describe.each(BROWSERS)('changed pages as HTML: %s', (kind) => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    [browser, script] = await Promise.all([startBareBrowser(kind), bundle('tests/component/anchoring-entry.ts')]);
  });
  afterAll(() => leaveBareBrowser(kind, browser));

  it.each(Object.keys(WAYS))('%s: ranges cover exactly the quoted words', async (way) => {
    const page = await pageWith(browser, script, '<div id=body></div>');
    let there = 0;
    let found = 0;
    const off: string[] = [];
    for (const { paragraphs } of texts) {
      const saved = paragraphs.join('\n');
      const targets = targetsIn(paragraphs, seeded(SEED));
      const quotes = targets.map((target) => describeSpan(saved, target));
      for (const family of families) {
        const random = seeded(SEED + family.name.length);
        const changed = family.change(savedPage(paragraphs), random, targets[0] as Target);
        if (!changed) throw new Error(`${family.name} changes nothing`);
        const covered = await page.evaluate(
          (html, wanted) => {
            const root = document.querySelector('#body') as Element;
            root.innerHTML = html;
            const read = under_test.readPageText(root);
            return under_test.resolveAll(read.text, JSON.parse(wanted)).map((outcome) => {
              return outcome.kind === 'missing' ? null : under_test.rangesOf(read, outcome.span).map(String).join('');
            });
          },
          htmlOf(changed, way, random),
          JSON.stringify(quotes),
        );
        const rendered = render(changed);
        for (const [k, target] of targets.entries()) {
          const truth = truthOf(rendered, saved, target, false);
          if (truth.kind !== 'there') continue;
          there++;
          const words = covered[k];
          if (words === null || words === undefined) continue;
          found++;
          const wanted = rendered.text.slice(truth.span.start, truth.span.end);
          if (squeezed(words) !== squeezed(wanted)) off.push(`${family.name}, ${target.kind}: ${words} for ${wanted}`);
        }
      }
    }
    expect(there).toBeGreaterThan(1000);
    expect(off.length / found, off.join('\n')).toBeLessThanOrEqual(MOST_WRONG);
    expect(found / there).toBeGreaterThanOrEqual(LEAST_FOUND);
    await page.close();
  });
});
