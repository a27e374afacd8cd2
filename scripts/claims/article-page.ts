import { readFileSync } from 'node:fs';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { parseArticleAddress } from '../../src/core/address';

/** What a page says of its article; what it does not say is empty. */
export interface ArticlePage {
  url: string;
  headline: string;
  author: string;
  /** Year, month and day where the page says it; else year and month from the address. */
  published: string;
  paragraphs: string[];
}

/** Reads an article from a saved page (.html) or an article file (.json). @throws with what is wrong with it */
export function readArticlePage(path: string): ArticlePage {
  const text = readFileSync(path, 'utf8');
  const page = /\.html?$/i.test(path) ? fromHtml(text) : fromJson(text, path);
  const address = parseArticleAddress(page.url);
  if (!address) throw new Error(`${path} does not say which article of The Diplomat it is.`);
  return { ...page, url: address.url, published: page.published || dateOf(address.key) };
}

/** Year and month that an address names. */
export const dateOf = (key: string): string => key.split('/').slice(0, 2).join('-');

function fromJson(text: string, path: string): ArticlePage {
  let file: Record<string, unknown>;
  try {
    file = JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw new Error(`${path} is neither a saved page (.html) nor JSON: ${(error as Error).message}`);
  }
  const { url, headline, author, published, paragraphs } = file;
  const words = (value: unknown) => (typeof value === 'string' ? plain(value) : '');
  if (!Array.isArray(paragraphs)) throw new Error(`${path} needs a list "paragraphs".`);
  return {
    url: words(url),
    headline: words(headline),
    author: words(author),
    published: words(published),
    paragraphs: paragraphs.map(words),
  };
}

type Node = Tree.ChildNode | Tree.Document;
const NO_PROSE = new Set([
  'aside',
  'header',
  'footer',
  'nav',
  'figure',
  'script',
  'style',
  'noscript',
  'template',
  'form',
]);

function fromHtml(html: string): ArticlePage {
  const all = [...nodesIn(parse(html))];
  const elements = all.filter((node): node is Tree.Element => 'tagName' in node);
  const content = (name: string) =>
    attribute(
      elements.find((one) =>
        [attribute(one, 'property'), attribute(one, 'name'), attribute(one, 'itemprop')].includes(name),
      ),
      'content',
    );
  const [linked] = elements.filter((one) => attribute(one, 'rel') === 'canonical').map((one) => attribute(one, 'href'));
  const saved = /saved from url=\(\d+\)(\S+)/i.exec(html)?.[1] ?? '';
  const url = [linked ?? '', content('og:url'), saved].find((one) => parseArticleAddress(one)) ?? '';
  const heading = elements.find(({ tagName }) => tagName === 'h1');
  const facts = jsonLdOf(elements);
  const byline = elements.find((one) => /(^|\s)td-author(\s|$)/.test(attribute(one, 'class')));
  const published = facts.published || content('article:published_time') || content('datePublished');
  return {
    url,
    headline: heading ? plain(textOf(heading)) : content('og:title').replace(/\s+[–|-]\s+The Diplomat$/, ''),
    author: facts.author || content('author') || (byline ? plain(textOf(byline)).replace(/^by /i, '') : ''),
    published: /^\d{4}-\d{2}-\d{2}/.exec(published)?.[0] ?? '',
    paragraphs: elements
      .filter(({ tagName }) => tagName === 'p')
      .map((one) => plain(textOf(one)))
      .filter(Boolean),
  };
}

/** Every node, but nothing inside what is no article text. */
function* nodesIn(node: Node): Generator<Node> {
  yield node;
  if (!('childNodes' in node)) return;
  for (const child of node.childNodes) {
    // The heading may stand in a header, the facts in a script: these are elements of their own, their text is no prose.
    if ('tagName' in child && NO_PROSE.has(child.tagName)) {
      yield child;
      if (child.tagName === 'header') yield* [...nodesIn({ ...child, tagName: 'div' })].filter(isNoParagraph);
    } else yield* nodesIn(child);
  }
}

const isNoParagraph = (node: Node): boolean => !('tagName' in node && node.tagName === 'p');

const attribute = (element: Tree.Element | undefined, name: string): string =>
  element?.attrs.find((one) => one.name === name)?.value ?? '';

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if ('tagName' in node && NO_PROSE.has(node.tagName)) return '';
  if ('tagName' in node && node.tagName === 'br') return '\n';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Author and date as the page tells them to search engines: an object or a list, one of several. */
function jsonLdOf(elements: Tree.Element[]): { author: string; published: string } {
  const blocks = elements.filter((one) => attribute(one, 'type') === 'application/ld+json');
  for (const block of blocks) {
    const [text] = block.childNodes;
    try {
      const given: unknown = JSON.parse(text && 'value' in text ? text.value : '');
      for (const fact of [given].flat() as Record<string, unknown>[]) {
        if (typeof fact?.datePublished !== 'string') continue;
        const authors = [fact.author].flat() as ({ name?: unknown } | undefined)[];
        const names = authors.map((author) => author?.name).filter((name) => typeof name === 'string');
        return { author: names.join(', '), published: fact.datePublished };
      }
    } catch {
      // What is no JSON tells nothing.
    }
  }
  return { author: '', published: '' };
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
