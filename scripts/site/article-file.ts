import { readFileSync } from 'node:fs';
import { parseArticleAddress } from '../../src/core/address';
import { type ArticleText, layOut } from './layout';

/** A page to be shown at an article's address. */
export interface ArticlePageFile {
  url: string;
  html: string;
}

/** Reads an article file (JSON with `url`, `headline`, `paragraphs`) or a saved page (.html). @throws with what is wrong with it. */
export function readArticleFile(path: string): ArticlePageFile {
  const text = readFileSync(path, 'utf8');
  if (/\.html?$/i.test(path)) return { url: addressOfPage(text, path), html: text };
  const article = parseArticle(text, path);
  if (!parseArticleAddress(article.url))
    throw new Error(`${path}: "url" is not the address of an article of The Diplomat.`);
  return { url: article.url, html: layOut(article) };
}

function parseArticle(text: string, path: string): ArticleText {
  let article: Partial<ArticleText>;
  try {
    article = JSON.parse(text);
  } catch (error) {
    throw new Error(
      `${path} is neither a saved page (.html) nor JSON: ${error instanceof Error ? error.message : error}`,
    );
  }
  const { url, headline, paragraphs } = article;
  if (typeof url !== 'string' || typeof headline !== 'string' || !Array.isArray(paragraphs)) {
    throw new Error(`${path} needs "url", "headline" and a list "paragraphs".`);
  }
  return { ...article, url, headline, paragraphs: paragraphs.map(String) };
}

/** The address a saved page says it has: its canonical link, or what the browser wrote into it. */
function addressOfPage(html: string, path: string): string {
  const candidates = [
    /<link[^>]+rel=["']?canonical["']?[^>]*href=["']([^"']+)/i.exec(html)?.[1],
    /<meta[^>]+property=["']og:url["'][^>]*content=["']([^"']+)/i.exec(html)?.[1],
    /saved from url=\(\d+\)(\S+)/i.exec(html)?.[1],
  ];
  const url = candidates.find((candidate) => candidate && parseArticleAddress(candidate));
  if (!url) throw new Error(`${path} does not say (link rel=canonical) which article of The Diplomat it is.`);
  return url;
}
