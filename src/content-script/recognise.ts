import { dom } from '../anchoring/dom';
import { type ArticleAddress, isArticleKey, parsePageAddress } from '../core/address';
import { foldHeadline } from '../core/headline';
import { findBody } from './article-body';
import { readAuthor } from './author';

/** A page as recognised: from its address, its headline and a body with text. */
export interface ArticlePage {
  address: ArticleAddress;
  headline: string;
  /** As the page says; empty when it does not. */
  author: string;
  body: Element;
}

/** Cloudflare's page that stands at an article's address until it lets the reader through, and the site's "not found". */
const NO_ARTICLE = '#challenge-form,#challenge-running,#challenge-error-text,.cf-browser-verification,body.error404';

const TEXT = /^(text\/(html|plain)|application\/xhtml\+xml)$/;
/** What the background takes. */
const LONGEST_HEADLINE = 1000;

/** What stands on this page, an article of The Diplomat or another's; `null` when there is nothing to read, or not yet. */
export function recognisePage(): ArticlePage | null {
  const address = parsePageAddress(location.href);
  if (!address || dom.all(NO_ARTICLE).length > 0 || !TEXT.test(document.contentType)) return null;
  const body = findBody();
  const headline = body && (findHeadline() ?? (isArticleKey(address.key) ? null : document.title || location.hostname));
  return body && headline
    ? { address, headline: headline.slice(0, LONGEST_HEADLINE), author: readAuthor(), body }
    : null;
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
