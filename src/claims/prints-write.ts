import { hashOf } from './archive-format';
import type { StoredArticle } from './database';
import { piecesOf, runsOf } from './pieces';
import { PRINTS, PRINTS_HEAD, PRINTS_MAGIC } from './prints-format';

/** The hashes of the runs of words in each piece of an article. */
export type ArticleRuns = Uint32Array[];

export const articleRuns = (article: StoredArticle): ArticleRuns =>
  piecesOf(article).map((words) => Uint32Array.from(runsOf(words), hashOf));

/** The file of prints, see prints-format.ts. @param articles in the order of their ranks */
export function writePrints(articles: readonly ArticleRuns[]): Uint8Array {
  const having = new Map<number, number>();
  for (const runs of articles)
    for (const hash of new Set(runs.flatMap((piece) => [...piece]))) {
      having.set(hash, (having.get(hash) ?? 0) + 1);
    }
  const rarest = (hashes: Uint32Array): number[] =>
    [...hashes].sort((a, b) => (having.get(a) ?? 0) - (having.get(b) ?? 0) || a - b).slice(0, 1);
  const bytes = Buffer.alloc(4 * (PRINTS_HEAD + PRINTS * articles.length));
  bytes.writeUInt32LE(PRINTS_MAGIC, 0);
  bytes.writeUInt32LE(articles.length, 4);
  for (const [rank, runs] of articles.entries()) {
    for (const [i, hash] of spread(runs.flatMap(rarest)).entries()) {
      bytes.writeUInt32LE(hash, 4 * (PRINTS_HEAD + PRINTS * rank + i));
    }
  }
  return bytes;
}

/** From the whole length of an article: a copy may be cut anywhere. */
function spread(hashes: number[]): number[] {
  const all = [...new Set(hashes)];
  if (all.length <= PRINTS) return all;
  return Array.from({ length: PRINTS }, (_, i) => all[Math.floor((i * all.length) / PRINTS)] ?? 0);
}
