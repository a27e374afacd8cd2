import search from 'approx-string-match';
import { toTextPosition } from 'dom-anchor-text-quote';
import {
  describe,
  indexText,
  readingPageText,
  readPageText,
  resolveAll,
  resolvingAll,
  SLICE,
} from '../../src/anchoring';
import type { Quote } from '../../src/core/quote';
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
  /** The longest task of reading and resolving in slices, in milliseconds: its median and its worst over the runs. */
  slices: { median: number; worst: number };
  /** What the index keeps in typed arrays, in bytes for each character of the text. */
  bytesPerCharacter: number;
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

/** Reads and resolves as `inSlices` does, without its pauses. @returns the longest of its slices, in milliseconds */
function longestSlice(root: Element, stored: readonly Quote[]): number {
  let longest = 0;
  const drive = <T>(work: Generator<void, T>): T => {
    for (;;) {
      const from = performance.now();
      for (;;) {
        const step = work.next();
        const spent = performance.now() - from;
        longest = Math.max(longest, spent);
        if (step.done) return step.value;
        if (spent >= SLICE) break;
      }
    }
  };
  const page = drive(readingPageText(root));
  drive(resolvingAll(page.text, stored));
  return longest;
}

/** Bytes of all typed arrays in an object and the objects in it. */
function bytesIn(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, one) => sum + bytesIn(one), 0);
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
  const longest = Array.from({ length: Math.min(runs, 9) }, () => longestSlice(root, stored)).sort((a, b) => a - b);
  const index = indexText(text);
  resolveAll(index, stored);
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
    slices: { median: longest[longest.length >> 1] ?? 0, worst: longest.at(-1) ?? 0 },
    bytesPerCharacter: bytesIn(index) / text.length,
    approxStringMatch: scaled(approximate),
    domAnchorTextQuote: scaled(others),
  };
}

Object.assign(globalThis, { measure });
