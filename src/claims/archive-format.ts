/**
 * The claim database as files. `index.bin` says which shard may hold an article; a shard holds some articles, and only
 * the one asked for is read. All numbers are little-endian, offsets are bytes.
 *
 * index:  four words (MAGIC, shards s, articles n, headlines m), then s words: the rank of each shard's first article;
 *         n words: the hashes of the articles' keys, sorted, an article's place being its rank; m words: the hashes of
 *         folded headlines, sorted; m half-words: the shard of each.
 * shard:  gzip of: a word c (articles), then c times three words (hash of key, hash of folded headline, end of its JSON),
 *         then the articles' JSON, one behind the other.
 *
 * Hashes may meet: who finds an article by its hash compares the key or the headline itself.
 */
export const MAGIC = 0x31_42_44_43;
export const INDEX_HEAD = 4;
export const SHARD_ENTRY = 3;

export const INDEX_FILE = 'claims/index.bin';
/** The name says its own kind: a server that knows `.gz` might unpack it on the way. */
export const shardFile = (shard: number): string => `claims/shards/${shard.toString(16).padStart(4, '0')}.bin`;

/** A hash of 32 bits: FNV-1a over UTF-16 units, its bits mixed once more as in MurmurHash3 so that it sorts evenly. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
