import type { FoundEcho } from '../core/echo';
import { prepareClaims, resemblances } from '../echoes/echo';
import { archive, readFile } from './archive';
import { comparable } from './comparable';
import { withSources } from './database';
import { EchoCandidates } from './echo-index-read';

const candidates = new EchoCandidates(readFile);

/**
 * The claims of other articles that a page's sentences resemble. Of a database of any size a few articles are read: those
 * that have the page's most telling words in common with it.
 * @param own key of the page's own article: it echoes itself everywhere
 */
export async function echoesIn(sentences: readonly string[], headline: string, own: string): Promise<FoundEcho[]> {
  const ranks = await candidates.of(sentences);
  const articles = (await archive.at(ranks)).filter(({ key }) => key !== own);
  const claims = articles.flatMap((article) => withSources(article).claims.map((claim) => ({ claim, article })));
  const prepared = prepareClaims(articles.flatMap(comparable));
  const shown = new Set<number>();
  return resemblances(sentences, headline, prepared).flatMap(({ sentence, claim: place }) => {
    const found = claims[place];
    // Where several sentences resemble one claim, the one that does most shows it.
    if (!found || shown.has(place)) return [];
    shown.add(place);
    const { key, url, headline: title } = found.article;
    return [{ sentence, claim: found.claim, article: { key, url, headline: title } }];
  });
}
