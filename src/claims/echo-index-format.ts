/**
 * Which articles of the claim database may hold a claim that a page's words resemble: for each telling word of their
 * claims, the articles that have it. Beside the archive's files, in the same manner (see archive-format.ts).
 *
 * index:  four words (MAGIC, shards s, terms t, articles n), then s words: the first term of each shard; t words: the
 *         hashes of the terms' stems, sorted; t words: how many articles have each.
 * shard:  gzip of the ranks of the articles (words) of one term behind those of the other.
 */
export const ECHO_MAGIC = 0x31_48_43_45;
export const ECHO_INDEX = 'claims/echo-index.bin';
export const echoShard = (shard: number): string => `claims/echoes/${shard.toString(16).padStart(4, '0')}.bin`;
