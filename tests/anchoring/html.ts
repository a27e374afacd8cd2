import { type Block, type Page, textOf } from './page';
import type { Random } from './random';

/** One way to write a paragraph's words in HTML; all of them look alike to a reader. */
export type Markup = (words: string, random: Random) => string;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Puts some words, each with the space after it, into an element. */
const some =
  (share: number, wrap: (word: string) => string): Markup =>
  (words, random) =>
    words
      .split(/(?<= )/)
      .map((word) => (random.chance(share) ? wrap(escaped(word)) : escaped(word)))
      .join('');

/** Elements that begin and end within words, in each other, and with a comment between. */
const crossed: Markup = (words, random) => {
  const cut = random.int(0, words.length);
  const from = random.int(0, cut);
  return `${escaped(words.slice(0, from))}<em>${escaped(words.slice(from, cut))}<!-- a note --></em><span><a href="#">${escaped(words.slice(cut))}</a></span>`;
};

const plain: Markup = (words) => escaped(words);

/** Ways to write a page, by name: how its blocks are made and joined, and the words in them. */
export const WAYS: Record<string, { block: (html: string) => string; around: [string, string]; markup: Markup }> = {
  'paragraphs with links and emphasis': {
    block: (html) => `<p>${html}</p>`,
    around: ['', ''],
    markup: some(0.2, (word) => `<a href="#"><b>${word}</b></a>`),
  },
  'a span for every word': {
    block: (html) => `<p>${html}</p>`,
    around: ['', ''],
    markup: some(1, (word) => `<span>${word}</span>`),
  },
  'elements across words': { block: (html) => `<div>${html}</div>`, around: ['', ''], markup: crossed },
  'line breaks': { block: (html) => `${html}<br><br>`, around: ['<p>', '</p>'], markup: plain },
  'a list': { block: (html) => `<li>${html}</li>`, around: ['<ol>', '</ol>'], markup: plain },
  'a table': { block: (html) => `<tr><td>${html}</td></tr>`, around: ['<table>', '</table>'], markup: crossed },
};

/** A page as HTML. Boxes are figures, hidden blocks are not displayed; they stand where the page has them. */
export function htmlOf(page: Page, way: string, random: Random): string {
  const { block, around, markup } = WAYS[way] as (typeof WAYS)[string];
  const [open, close] = around;
  const write = ({ kind, cells }: Block): string => {
    const text = textOf(cells);
    if (kind === 'text') return block(markup(text, random));
    const other =
      kind === 'box'
        ? `<figure><figcaption>${escaped(text)}</figcaption></figure>`
        : `<div style="display:none">${escaped(text)}</div>`;
    return `${close}${other}${open}`;
  };
  return `${open}${page.map(write).join('')}${close}`;
}
