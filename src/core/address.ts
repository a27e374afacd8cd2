/** An article of The Diplomat as its address names it. */
export interface ArticleAddress {
  /** One key for all variants of the address: `2022/11/slug`. */
  key: string;
  /** The clean address: https, no `www.`, trailing slash, no query, no fragment. */
  url: string;
}

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
