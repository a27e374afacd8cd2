import { checkedArticles } from './check-articles';
import type { StoredArticle } from './database';
import { readClaimFile, type SourceFile } from './read-claim-file';
import { articleFile, bibliographyFile } from './schema';

/** All that is wrong with the claim files, a line each: `file:line: reason`. */
export class ClaimFileError extends Error {
  override name = 'ClaimFileError';
}

/**
 * Checks the claim files against their schema and each other, and gives the articles one by one: many are never in
 * memory at once. What was given counts only when all is through.
 * @throws ClaimFileError at the end, that names file, line and reason of everything that is wrong
 */
export function* compileClaims(articles: Iterable<SourceFile>, bibliography: SourceFile): Generator<StoredArticle> {
  const faults: string[] = [];
  const works = readClaimFile(bibliography, bibliographyFile, faults);
  const opened = function* () {
    for (const file of articles) {
      const article = readClaimFile(file, articleFile, faults);
      if (article) yield { ...article, path: file.path };
    }
  };
  yield* checkedArticles(opened(), works, faults);
  if (faults.length > 0) throw new ClaimFileError(faults.join('\n'));
}
