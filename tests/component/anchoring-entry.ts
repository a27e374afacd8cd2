import { readingPageText } from '../../src/anchoring/page-text';
import { resolvingAll } from '../../src/anchoring/resolve';
import { inSlices } from '../../src/anchoring/slices';
import type { Quote } from '../../src/core/quote';

export { describe } from '../../src/anchoring/describe';
export { readPageText } from '../../src/anchoring/page-text';
export { rangesOf, spanOf } from '../../src/anchoring/ranges';
export { resolveAll } from '../../src/anchoring/resolve';

/** What came of a long page that was worked in slices. */
export interface Worked {
  characters: number;
  found: number;
  /** Chances to pause: while the page was read, and while its text was indexed and searched. */
  readingPauses: number;
  searchingPauses: number;
  /** How often another task had its turn meanwhile. */
  turns: number;
}

/**
 * Reads and searches a page of so many paragraphs of 60 words, a fifth of them quoted, in slices; counts the chances to
 * pause, and the turns others had.
 */
export async function workedInSlices(paragraphs: number): Promise<Worked> {
  const root = document.createElement('article');
  const quotes: Quote[] = [];
  for (let p = 0; p < paragraphs; p++) {
    const words = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, k) => `word${p}x${from + k}`).join(' ');
    const paragraph = document.createElement('p');
    paragraph.textContent = words(0, 60);
    root.append(paragraph);
    if (p % 5 === 0) quotes.push({ exact: words(20, 28), prefix: `${words(8, 20)} `, suffix: ` ${words(28, 40)}` });
  }
  document.body.replaceChildren(root);
  const worked: Worked = { characters: 0, found: 0, readingPauses: 0, searchingPauses: 0, turns: 0 };
  let isOver = false;
  const other = () => {
    worked.turns++;
    if (!isOver) setTimeout(other);
  };
  setTimeout(other);
  function* all(): Generator<void, void> {
    const page = yield* counting(readingPageText(root), () => worked.readingPauses++);
    worked.characters = page.text.length;
    const outcomes = yield* counting(resolvingAll(page.text, quotes), () => worked.searchingPauses++);
    worked.found = outcomes.filter(({ kind }) => kind === 'found').length;
  }
  await inSlices(all());
  isOver = true;
  return worked;
}

function* counting<T>(work: Generator<void, T>, count: () => void): Generator<void, T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    count();
    yield;
  }
}
