import { wordsOf } from '../echoes/words';
import { hashOf } from './archive-format';
import type { ReadFile } from './archive-read';
import { ECHO_INDEX, ECHO_MAGIC, echoShard } from './echo-index-format';
import { byShard, lastAtMost, placeIn, unzip } from './read-binary';

/** Words of a page that are looked up: its most telling. */
const LOOKED_UP = 40;
/** Articles whose claims are then read. */
const CANDIDATES = 12;
/** Telling words that a page and an article have in common at least. */
const COMMON = 3;

interface EchoIndex {
  articles: number;
  firstTerms: Uint32Array;
  terms: Uint32Array;
  counts: Uint32Array;
}

/** Finds the articles that a page may echo, without reading any of them. */
export class EchoCandidates {
  readonly #read: ReadFile;
  #index: Promise<EchoIndex> | null = null;

  constructor(read: ReadFile) {
    this.#read = read;
  }

  /** Ranks of articles in the archive, the likeliest first. */
  async of(sentences: readonly string[]): Promise<number[]> {
    const index = await this.#opened();
    const times = new Map<number, number>();
    for (const sentence of sentences) {
      for (const term of wordsOf(sentence).terms.keys()) {
        const hash = hashOf(term);
        const place = placeIn(index.terms, hash);
        if (index.terms[place] === hash) times.set(place, (times.get(place) ?? 0) + 1);
      }
    }
    // A word that every tenth article has tells nothing, where there are many.
    const common = Math.max(100, index.articles / 10);
    const weighed = [...times]
      .filter(([place]) => (index.counts[place] ?? 0) <= common)
      .map(([place, count]) => ({
        place,
        weight: (1 + Math.log(count)) * Math.log(1 + index.articles / (index.counts[place] ?? 1)),
      }))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, LOOKED_UP);
    return this.#articlesOf(index, weighed);
  }

  async #articlesOf(index: EchoIndex, terms: { place: number; weight: number }[]): Promise<number[]> {
    const scores = new Map<number, { weight: number; count: number }>();
    const shards = byShard(terms, ({ place }) => lastAtMost(index.firstTerms, place));
    for (const [shard, there] of shards) {
      const ranks = new Uint32Array(await unzip(await this.#read(echoShard(shard))));
      for (const { place, weight } of there) {
        let from = 0;
        for (let term = index.firstTerms[shard] ?? 0; term < place; term++) from += index.counts[term] ?? 0;
        for (const rank of ranks.subarray(from, from + (index.counts[place] ?? 0))) {
          const score = scores.get(rank) ?? { weight: 0, count: 0 };
          scores.set(rank, { weight: score.weight + weight, count: score.count + 1 });
        }
      }
    }
    return [...scores]
      .filter(([, { count }]) => count >= COMMON)
      .sort(([a, x], [b, y]) => y.weight - x.weight || a - b)
      .slice(0, CANDIDATES)
      .map(([rank]) => rank);
  }

  #opened(): Promise<EchoIndex> {
    this.#index ??= this.#read(ECHO_INDEX)
      .then(readIndex)
      .catch((error: unknown) => {
        this.#index = null;
        throw error;
      });
    return this.#index;
  }
}

/** @throws when the bytes are no index */
function readIndex(buffer: ArrayBuffer): EchoIndex {
  const words = new Uint32Array(buffer, 0, Math.floor(buffer.byteLength / 4));
  const [magic, shards = 0, terms = 0, articles = 0] = words;
  if (magic !== ECHO_MAGIC || words.length !== 4 + shards + 2 * terms) {
    throw new Error('The index of echoes is damaged.');
  }
  const [first, hashes, counts] = [4, 4 + shards, 4 + shards + terms];
  return {
    articles,
    firstTerms: words.subarray(first, hashes),
    terms: words.subarray(hashes, counts),
    counts: words.subarray(counts),
  };
}
