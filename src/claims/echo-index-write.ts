import { gzipSync } from 'node:zlib';
import { wordsOf } from '../echoes/words';
import { hashOf } from './archive-format';
import type { StoredArticle } from './database';
import { ECHO_INDEX, ECHO_MAGIC, echoShard } from './echo-index-format';

/** Words an article is known by: the most telling of its claims; the others would lead to it from everywhere. */
const SIGNATURE = 24;
/** A cue's words were chosen for this. */
const CUE = 5;
/** Ranks in a shard: 64 KiB. */
const SHARD_RANKS = 16_384;

/** How often an article's claims have each word, by the hash of its stem. */
export interface ArticleWords {
  hashes: Uint32Array;
  counts: Uint16Array;
}

export function articleWords({ claims }: StoredArticle): ArticleWords {
  const counts = new Map<number, number>();
  const count = (text: string, weight: number) => {
    for (const term of wordsOf(text).terms.keys()) {
      const hash = hashOf(term);
      counts.set(hash, (counts.get(hash) ?? 0) + weight);
    }
  };
  for (const { statement, label, cues } of claims) {
    count(`${statement} ${label}`, 1);
    for (const cue of cues) count(cue, CUE);
  }
  return { hashes: Uint32Array.from(counts.keys()), counts: Uint16Array.from(counts.values()) };
}

/** The files of the index of echoes, see echo-index-format.ts. @param articles in the order of their ranks */
export function writeEchoIndex(articles: readonly ArticleWords[]): Map<string, Uint8Array> {
  const having = new Map<number, number>();
  for (const { hashes } of articles) for (const hash of hashes) having.set(hash, (having.get(hash) ?? 0) + 1);
  const telling = (hash: number) => Math.log(1 + articles.length / (having.get(hash) ?? 1));
  const ranks = new Map<number, number[]>();
  for (const [rank, words] of articles.entries()) {
    for (const hash of signatureOf(words, telling)) {
      const there = ranks.get(hash);
      if (there) there.push(rank);
      else ranks.set(hash, [rank]);
    }
  }
  const terms = [...ranks].sort(([a], [b]) => a - b);
  const shards: { first: number; ranks: number[] }[] = [];
  for (const [i, [, there]] of terms.entries()) {
    const last = shards.at(-1);
    if (last && last.ranks.length + there.length <= SHARD_RANKS) last.ranks = last.ranks.concat(there);
    else shards.push({ first: i, ranks: there });
  }
  const index = [
    ...[ECHO_MAGIC, shards.length, terms.length, articles.length],
    ...shards.map(({ first }) => first),
    ...terms.map(([hash]) => hash),
    ...terms.map(([, there]) => there.length),
  ];
  return new Map<string, Uint8Array>([
    [ECHO_INDEX, bytesOf(index)],
    ...shards.map(({ ranks }, i) => [echoShard(i), gzipSync(bytesOf(ranks))] as const),
  ]);
}

/** The words that an article has often and few others have. */
function signatureOf({ hashes, counts }: ArticleWords, telling: (hash: number) => number): number[] {
  return Array.from(hashes, (hash, i) => ({ hash, weight: (counts[i] ?? 0) * telling(hash) }))
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash)
    .slice(0, SIGNATURE)
    .map(({ hash }) => hash);
}

function bytesOf(words: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * words.length);
  for (const [i, word] of words.entries()) bytes.writeUInt32LE(word, 4 * i);
  return bytes;
}
