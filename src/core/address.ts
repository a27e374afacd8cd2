/** An article as its address names it. */
export interface ArticleAddress {
  /** One key for all variants of the address: `2022/11/slug` of The Diplomat's articles, the clean address of other pages. */
  key: string;
  /** The clean address. Of The Diplomat's: https, no `www.`, trailing slash, no query, no fragment. */
  url: string;
}

/** Characters that a key may have. */
export const LONGEST_KEY = 4000;

const HOSTS = new Set(['thediplomat.com', 'www.thediplomat.com']);
/** Year, month, slug. A slug of digits only is a day archive, `page` a month archive's second path part. */
const PATH = /^\/(20[1-9]\d)\/(0[1-9]|1[0-2])\/([^/]+)\/?$/;

/**
 * Reads an article's address, whatever variant of it is in circulation (www, http, query, fragment, case of
 * the escapes, no trailing slash). `null` for lists, archives, feeds, other hosts and anything that is no address.
 */
export function parseArticleAddress(address: string): ArticleAddress | null {
  const url = readUrl(address);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  if (!HOSTS.has(url.hostname) || url.port !== '' || url.username !== '') return null;
  const match = PATH.exec(url.pathname);
  if (!match) return null;
  const [, year, month, rawSlug] = match;
  const slug = decodeSlug(rawSlug ?? '');
  if (!slug || /^\d+$/.test(slug) || slug === 'page' || slug === 'feed') return null;
  return {
    key: `${year}/${month}/${slug}`,
    url: `https://thediplomat.com/${year}/${month}/${encodeURIComponent(slug)}/`,
  };
}

/** What campaigns and mails add to an address; it leads to the same page without. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_hs(enc|mi)|mkt_tok)$/i;

/**
 * Reads the address of any page of the web, an article of The Diplomat's or another's: without user, password, tracking
 * and, unless an application keeps its pages there (`#/`, `#!`), fragment. `null` for the other pages of The Diplomat,
 * for what is no page of the web, and for addresses longer than LONGEST_KEY.
 */
export function parsePageAddress(address: string): ArticleAddress | null {
  const url = readUrl(address);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  if (HOSTS.has(url.hostname)) return parseArticleAddress(address);
  url.username = '';
  url.password = '';
  if (!/^#[!/]/.test(url.hash)) url.hash = '';
  // Not by `searchParams`: a content script in Firefox cannot iterate over them, and they would spell the rest anew.
  const parts = url.search.slice(1).split('&');
  url.search = parts.filter((part) => !TRACKING.test(part.split('=')[0] ?? '')).join('&');
  return url.href.length > LONGEST_KEY ? null : { key: url.href, url: url.href };
}

/** The address a key stands for. */
export function urlOf(key: string): string {
  if (!isArticleKey(key)) return key;
  // Half characters have no escape in an address.
  const parts = key.replace(/\p{Surrogate}/gu, '\uFFFD').split('/');
  return `https://thediplomat.com/${parts.map(encodeURIComponent).join('/')}/`;
}

/** Whether a key is one of The Diplomat's articles, and not another page's. */
export const isArticleKey = (key: string): boolean => !/^https?:/.test(key);

function readUrl(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** Slugs compare decoded and in lower case, as WordPress serves them; a broken escape is no slug. */
function decodeSlug(raw: string): string | null {
  try {
    return decodeURIComponent(raw).normalize('NFC').toLowerCase();
  } catch {
    return null;
  }
}
