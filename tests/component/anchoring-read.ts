import { describe, rangesOf, readPageText, resolveAll, spanOf } from '../../src/anchoring';

/** What a page was read as, what the Ranges of the words cover, and what selecting all of it means. */
export interface Read {
  text: string;
  covered: string[];
  selected: string;
}

export function read(html: string, words: string, saved: string): Read {
  const body = (markup: string): HTMLElement => {
    const article = document.createElement('article');
    article.innerHTML = markup;
    document.body.replaceChildren(article);
    return article;
  };
  const before = readPageText(body(saved));
  const start = before.text.indexOf(words);
  const quote = describe(before.text, { start, end: start + words.length });
  const root = body(html);
  const page = readPageText(root);
  const [outcome] = resolveAll(page.text, [quote]);
  const ranges = outcome && outcome.kind !== 'missing' ? rangesOf(page, outcome.span) : [];
  const all = document.createRange();
  all.selectNodeContents(root);
  const span = spanOf(page, all);
  return {
    text: page.text,
    covered: ranges.map(String),
    selected: span ? page.text.slice(span.start, span.end) : '',
  };
}
