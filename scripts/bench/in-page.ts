import search from 'approx-string-match';
import { toTextPosition } from 'dom-anchor-text-quote';
import { describe, indexText, readPageText, resolveAll } from '../../src/anchoring';
import { workload } from './workload';

/** Milliseconds of one way to anchor all quotes of a page, the DOM pass with it where it has one. */
export interface Timing {
  first: number;
  median: number;
  runs: number;
  /** Quotes really sought: slow ways get a part of them, and their times are scaled up. */
  quotes: number;
}

export interface Result {
  words: number;
  quotes: number;
  characters: number;
  found: number;
  edited: number;
  /** Text and quotes in hand, index included. */
  ours: Timing;
  /** From the DOM to outcomes. */
  oursWithDom: Timing;
  /** `indexOf` of each quote in the same text: the floor of all that look at the text for each quote. */
  indexOf: Timing;
  /** Concatenating the text nodes, and nothing else. */
  treeWalker: Timing;
  approxStringMatch: Timing;
  domAnchorTextQuote: Timing;
}

function time(runs: number, work: (run: number) => void): Timing {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const from = performance.now();
    work(run);
    times.push(performance.now() - from);
  }
  const sorted = [...times].sort((a, b) => a - b);
  return { first: times[0] ?? 0, median: sorted[sorted.length >> 1] ?? 0, runs, quotes: 0 };
}

/** A new string with the same signs, so that nobody profits from what was remembered of the old one. */
const copyOf = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));

function concatenated(root: Element): string {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) text += node.nodeValue;
  return text;
}

/** Runs all ways on one page of so many words. `slow` quotes are given to the ways that look at the text for each. */
function measure(words: number, quotes: number, runs: number, slow: number): Result {
  const load = workload(words, quotes);
  const saved = indexText(load.paragraphs.join('\n'));
  const root = document.createElement('article');
  for (const paragraph of load.now) {
    const p = document.createElement('p');
    // A link in each paragraph, as on a real page: text is split over nodes.
    const cut = paragraph.indexOf(' ', paragraph.length >> 1);
    const link = document.createElement('a');
    link.textContent = paragraph.slice(cut, cut + 12);
    p.append(paragraph.slice(0, cut), link, paragraph.slice(cut + 12));
    root.append(p);
  }
  document.body.replaceChildren(root);
  void root.getBoundingClientRect();

  const stored = load.spans.map((span) => describe(saved, span));
  const text = load.now.join('\n');
  const texts = Array.from({ length: runs }, () => copyOf(text));
  const ours = time(runs, (run) => void resolveAll(texts[run] ?? text, stored));
  const outcomes = resolveAll(text, stored);
  const oursWithDom = time(runs, () => void resolveAll(readPageText(root).text, stored));
  const indexOf = time(runs, (run) => {
    for (const { exact } of stored) (texts[run] ?? text).indexOf(exact);
  });
  const treeWalker = time(runs, () => void concatenated(root));
  const some = stored.filter((_, k) => k % Math.ceil(stored.length / slow) === 0);
  const scaled = (timing: Timing): Timing => ({
    first: (timing.first * stored.length) / some.length,
    median: (timing.median * stored.length) / some.length,
    runs: timing.runs,
    quotes: some.length,
  });
  const approximate = time(1, () => {
    for (const { exact } of some) search(text, exact, Math.min(256, exact.length / 2));
  });
  const others = time(1, () => {
    for (const { exact, prefix, suffix } of some) {
      try {
        toTextPosition(root, { exact, prefix, suffix });
      } catch {
        // It throws where it finds nothing.
      }
    }
  });
  return {
    words,
    quotes,
    characters: text.length,
    found: outcomes.filter(({ kind }) => kind === 'found').length,
    edited: outcomes.filter(({ kind }) => kind === 'edited').length,
    ours: { ...ours, quotes },
    oursWithDom: { ...oursWithDom, quotes },
    indexOf: { ...indexOf, quotes },
    treeWalker,
    approxStringMatch: scaled(approximate),
    domAnchorTextQuote: scaled(others),
  };
}

Object.assign(globalThis, { measure });
