import { dom } from '../anchoring/dom';
import { authorIn, named } from './json-ld-author';

/**
 * Who wrote the article, as its page says: in its JSON-LD (https://schema.org/author), else in a meta element, else in
 * the byline. Empty when it does not.
 */
export function readAuthor(): string {
  for (const block of dom.all('script[type="application/ld+json"]')) {
    const author = authorIn(block.textContent ?? '');
    if (author !== '') return author;
  }
  const [meta] = dom.all('meta[name="author"]');
  const [byline] = dom.all('#td-meta .td-author,[rel="author"],[itemprop="author"]');
  return named(meta?.getAttribute('content')) || named(byline?.textContent?.replace(/^\s*by\s/iu, ''));
}
