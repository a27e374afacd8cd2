import { gzipSync } from 'node:zlib';
import { foldHeadline } from '../core/headline';
import { hashOf, INDEX_FILE, MAGIC, SHARD_ENTRY, shardFile } from './archive-format';
import type { StoredArticle } from './database';
import { type ArticleWords, articleWords, writeEchoIndex } from './echo-index-write';
import { PRINTS_FILE } from './prints-format';
import { type ArticleRuns, articleRuns, writePrints } from './prints-write';

/** Bytes of JSON from which on a shard is full: about what is unpacked for one article. */
const SHARD_BYTES = 128 * 1024;

/** Of gzip: the ninth takes twice as long and saves three bytes in a hundred. */
const LEVEL = 4;

interface Packed {
  keyHash: number;
  /** `null` when the headline is too short to know an article by. */
  headlineHash: number | null;
  json: Buffer;
  words: ArticleWords;
  runs: ArticleRuns;
}

/**
 * The files of the claim database by their names, see archive-format.ts. The same articles give the same bytes, in
 * whatever order they come; they are taken one at a time, so that many need not be in memory as objects.
 */
export function writeArchive(articles: Iterable<StoredArticle>): Map<string, Uint8Array> {
  const packed: Packed[] = [];
  for (const article of articles) {
    const folded = foldHeadline(article.headline);
    packed.push({
      keyHash: hashOf(article.key),
      headlineHash: folded === '' ? null : hashOf(folded),
      json: Buffer.from(JSON.stringify(article)),
      words: articleWords(article),
      runs: articleRuns(article),
    });
  }
  // Hashes spread evenly, whatever the addresses: shards are of one size, and no table of keys is needed.
  packed.sort((a, b) => a.keyHash - b.keyHash || Buffer.compare(a.json, b.json));
  const shards = shardsOf(packed);
  const files = writeEchoIndex(packed.map(({ words }) => words));
  files.set(PRINTS_FILE, writePrints(packed.map(({ runs }) => runs)));
  files.set(INDEX_FILE, indexOf(packed, shards));
  for (const [number, shard] of shards.entries()) files.set(shardFile(number), shardOf(shard.articles));
  return files;
}

interface Shard {
  firstRank: number;
  articles: Packed[];
}

/** Runs of articles in the order of their hashes. Those of one hash stay together: a hash leads to one shard. */
function shardsOf(sorted: Packed[]): Shard[] {
  const shards: Shard[] = [];
  let bytes = SHARD_BYTES;
  for (const [rank, article] of sorted.entries()) {
    if (bytes >= SHARD_BYTES && article.keyHash !== sorted[rank - 1]?.keyHash) {
      shards.push({ firstRank: rank, articles: [] });
      bytes = 0;
    }
    shards.at(-1)?.articles.push(article);
    bytes += article.json.length;
  }
  if (shards.length > 0xffff) throw new Error(`${shards.length} shards: the index counts to 65,535.`);
  return shards;
}

function indexOf(sorted: Packed[], shards: Shard[]): Uint8Array {
  const headlines = shards
    .flatMap(({ articles }, shard) => articles.map(({ headlineHash }) => ({ hash: headlineHash, shard })))
    .filter((entry): entry is { hash: number; shard: number } => entry.hash !== null)
    .sort((a, b) => a.hash - b.hash || a.shard - b.shard);
  const words = [
    ...[MAGIC, shards.length, sorted.length, headlines.length],
    ...shards.map(({ firstRank }) => firstRank),
    ...sorted.map(({ keyHash }) => keyHash),
    ...headlines.map(({ hash }) => hash),
  ];
  const index = Buffer.alloc(4 * words.length + 2 * headlines.length);
  for (const [i, word] of words.entries()) index.writeUInt32LE(word, 4 * i);
  for (const [i, { shard }] of headlines.entries()) index.writeUInt16LE(shard, 4 * words.length + 2 * i);
  return index;
}

function shardOf(articles: Packed[]): Uint8Array {
  const head = Buffer.alloc(4 * (1 + SHARD_ENTRY * articles.length));
  head.writeUInt32LE(articles.length, 0);
  let end = head.length;
  for (const [i, { keyHash, headlineHash, json }] of articles.entries()) {
    end += json.length;
    const at = 4 * (1 + SHARD_ENTRY * i);
    head.writeUInt32LE(keyHash, at);
    head.writeUInt32LE(headlineHash ?? 0, at + 4);
    head.writeUInt32LE(end, at + 8);
  }
  return gzipSync(Buffer.concat([head, ...articles.map(({ json }) => json)]), { level: LEVEL });
}
