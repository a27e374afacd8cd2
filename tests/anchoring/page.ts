import { BARRIER_SIGN } from '../../src/anchoring/letters';
import type { Span } from '../../src/core/quote';

/** A character that keeps its identity through every change: `id` is its offset in the saved text, -1 when it is new. */
export interface Cell {
  char: string;
  id: number;
}

/** A piece of a page: in the text, in a box beside it, or hidden. */
export interface Block {
  cells: Cell[];
  kind: 'text' | 'box' | 'hidden';
}

export type Page = Block[];

/** The page that was saved: its paragraphs joined by newlines give the offsets. */
export function savedPage(paragraphs: readonly string[]): Page {
  let id = 0;
  return paragraphs.map((paragraph) => {
    const cells = Array.from({ length: paragraph.length }, (_, k) => ({ char: paragraph.charAt(k), id: id++ }));
    id++;
    return { cells, kind: 'text' };
  });
}

/** New characters. */
export const fresh = (text: string): Cell[] =>
  Array.from({ length: text.length }, (_, k) => ({ char: text.charAt(k), id: -1 }));

/** New characters in the place of old ones, whose identity they take on. */
export function instead(old: readonly Cell[], text: string): Cell[] {
  return Array.from({ length: text.length }, (_, k) => ({
    char: text.charAt(k),
    id: old[Math.min(old.length - 1, Math.floor((k * old.length) / text.length))]?.id ?? -1,
  }));
}

export interface Rendered {
  text: string;
  ids: number[];
}

/** What a reader of the page sees: the text, then behind a barrier each box. */
export function render(page: Page): Rendered {
  let text = '';
  const ids: number[] = [];
  const put = (cells: readonly Cell[]) => {
    for (const { char, id } of cells) {
      text += char;
      for (let k = 0; k < char.length; k++) ids.push(id);
    }
  };
  let first = true;
  for (const block of page) {
    if (block.kind !== 'text') continue;
    if (!first) put(fresh('\n'));
    first = false;
    put(block.cells);
  }
  for (const block of page) {
    if (block.kind !== 'box') continue;
    put(fresh(`\n${BARRIER_SIGN}\n`));
    put(block.cells);
  }
  return { text, ids };
}

export const textOf = (cells: readonly Cell[]): string => cells.map(({ char }) => char).join('');

/** The words of some cells, as slices of their indices. */
export function wordsIn(cells: readonly Cell[]): Span[] {
  const words: Span[] = [];
  let start = -1;
  for (let k = 0; k <= cells.length; k++) {
    const isLetter = k < cells.length && /[\p{L}\p{N}\p{M}]/u.test(cells[k]?.char ?? '');
    if (isLetter && start < 0) start = k;
    if (!isLetter && start >= 0) {
      words.push({ start, end: k });
      start = -1;
    }
  }
  return words;
}

/** The sentences of a text. */
export function sentencesIn(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const ends = /[.!?][”"’]?(?=\s+[“"‘]?[\p{Lu}\d])/gu;
  for (const match of text.matchAll(ends)) {
    const end = match.index + match[0].length;
    if (end - start < 25 || /\b(?:Ms|Mr|Dr|U\.S|[A-Z])\.$/.test(text.slice(0, end))) continue;
    spans.push({ start, end });
    start = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}
