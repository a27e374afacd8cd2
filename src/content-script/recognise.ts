import { dom } from '../anchoring/dom';
import { type ArticleAddress, parseArticleAddress } from '../core/address';
import { foldHeadline } from '../core/headline';
import { findBody } from './article-body';
import { readAuthor } from './author';

/** An article's page as recognised: from its address, its headline and a body with text. */
export interface ArticlePage {
  address: ArticleAddress;
  headline: string;
  /** As the page says; empty when it does not. */
  author: string;
  body: Element;
}

/** Cloudflare's page that stands at an article's address until it lets the reader through, and the site's "not found". */
const NO_ARTICLE = '#challenge-form,#challenge-running,#challenge-error-text,.cf-browser-verification,body.error404';

/** The article this page shows; `null` when it is none, or none yet. */
export function recogniseArticle(): ArticlePage | null {
  const address = parseArticleAddress(location.href);
  if (!address || dom.all(NO_ARTICLE).length > 0 || document.contentType !== 'text/html') return null;
  const body = findBody();
  const headline = body && findHeadline();
  return body && headline ? { address, headline, author: readAuthor(), body } : null;
}

/** The headline: the site's own element, or the first-level heading that the page's metadata repeats. */
function findHeadline(): string | null {
  const claimed = [metaTitle(), document.title.replace(/\s+[–—|-]\s+The Diplomat\s*$/u, '')].filter(
    (title) => title !== '',
  );
  const headings = dom
    .all('#td-headline,h1')
    .map((heading) => text(heading))
    .filter((heading) => heading !== '');
  const folds = claimed.map(foldHeadline).filter((fold) => fold !== '');
  const repeated = headings.find((heading) => folds.includes(foldHeadline(heading)));
  return repeated ?? headings[0] ?? (metaTitle() || null);
}

function metaTitle(): string {
  const [meta] = dom.all('meta[property="og:title"]');
  return meta?.getAttribute('content')?.trim() ?? '';
}

const text = (element: Element): string => (element.textContent ?? '').replace(/\s+/gu, ' ').trim();
