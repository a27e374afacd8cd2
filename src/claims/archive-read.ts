import type { ArticleName } from '../core/article-name';
import { foldHeadline } from '../core/headline';
import { hashOf, INDEX_FILE, INDEX_HEAD, MAGIC, SHARD_ENTRY, shardFile } from './archive-format';
import type { StoredArticle } from './database';
import { byShard, lastAtMost, placeIn, unzip } from './read-binary';

/** The bytes of one of the archive's files, by its name. */
export type ReadFile = (name: string) => Promise<ArrayBuffer>;

interface Index {
  /** Rank of each shard's first article. */
  firstRanks: Uint32Array;
  keys: Uint32Array;
  headlines: Uint32Array;
  headlineShards: Uint16Array;
}

/** Articles that are kept at hand: a page asks for its own again and again while it is read. */
const AT_HAND = 4;

/**
 * The claim database, read from its files. It keeps the index, once somebody has asked for an article, and the articles
 * found last: one that is not known costs two searches, one that is known one shard unpacked and let go, and the next
 * time nothing.
 */
export class ClaimArchive {
  readonly #read: ReadFile;
  #index: Promise<Index> | null = null;
  /** Those found last, by the name they were asked for by; the latest at the end. */
  readonly #atHand = new Map<string, StoredArticle>();

  constructor(read: ReadFile) {
    this.#read = read;
  }

  /** An article by its address or, since slugs change, by its headline; `null` when it is not known. */
  async find(name: ArticleName): Promise<StoredArticle | null> {
    const asked = JSON.stringify([name.key, name.headline]);
    const found = this.#atHand.get(asked) ?? (await this.#look(name));
    if (!found) return null;
    this.#atHand.delete(asked);
    this.#atHand.set(asked, found);
    for (const oldest of this.#atHand.keys()) {
      if (this.#atHand.size <= AT_HAND) break;
      this.#atHand.delete(oldest);
    }
    return found;
  }

  async #look({ key, headline }: ArticleName): Promise<StoredArticle | null> {
    const index = await this.#opened();
    const keyHash = hashOf(key);
    const rank = placeIn(index.keys, keyHash);
    if (index.keys[rank] === keyHash) {
      const opened = await this.#open(lastAtMost(index.firstRanks, rank), 'key', keyHash);
      const found = opened.find((article) => article.key === key);
      if (found) return found;
    }
    const folded = foldHeadline(headline);
    if (folded === '') return null;
    const hash = hashOf(folded);
    const shards = new Set<number>();
    for (let i = placeIn(index.headlines, hash); index.headlines[i] === hash; i++) {
      shards.add(index.headlineShards[i] ?? 0);
    }
    const found: StoredArticle[] = [];
    for (const shard of shards) {
      const opened = await this.#open(shard, 'headline', hash);
      found.push(...opened.filter((article) => foldHeadline(article.headline) === folded));
    }
    // Two articles of one headline: nobody can say which this is.
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** The articles of these ranks, in this order. */
  async at(ranks: readonly number[]): Promise<StoredArticle[]> {
    const index = await this.#opened();
    const found = new Map<number, StoredArticle>();
    const shards = byShard(ranks, (rank) => lastAtMost(index.firstRanks, rank));
    for (const [shard, there] of shards) {
      const opened = await this.#shard(shard);
      for (const rank of there) found.set(rank, opened.article(rank - (index.firstRanks[shard] ?? 0)));
    }
    return ranks.flatMap((rank) => found.get(rank) ?? []);
  }

  /** The articles of a shard whose key or headline has this hash. */
  async #open(shard: number, column: 'key' | 'headline', hash: number): Promise<StoredArticle[]> {
    const { count, word, article } = await this.#shard(shard);
    const places = Array.from({ length: count }, (_, i) => i);
    return places.filter((i) => word(i, column === 'key' ? 0 : 1) === hash).map(article);
  }

  async #shard(shard: number) {
    const buffer = await unzip(await this.#read(shardFile(shard)));
    const view = new DataView(buffer);
    const count = view.getUint32(0, true);
    const word = (article: number, of: number) => view.getUint32(4 * (1 + SHARD_ENTRY * article + of), true);
    const article = (i: number) => {
      const start = i === 0 ? 4 * (1 + SHARD_ENTRY * count) : word(i - 1, 2);
      const json = new TextDecoder().decode(new Uint8Array(buffer, start, word(i, 2) - start));
      return JSON.parse(json) as StoredArticle;
    };
    return { count, word, article };
  }

  #opened(): Promise<Index> {
    this.#index ??= this.#read(INDEX_FILE)
      .then(readIndex)
      .catch((error: unknown) => {
        // The next one who asks tries again.
        this.#index = null;
        throw error;
      });
    return this.#index;
  }
}

/** @throws when the bytes are no index */
function readIndex(buffer: ArrayBuffer): Index {
  const damaged = new Error('The index of the claim database is damaged.');
  if (buffer.byteLength < 4 * INDEX_HEAD) throw damaged;
  const [magic, shards = 0, articles = 0, headlines = 0] = new Uint32Array(buffer, 0, INDEX_HEAD);
  const words = INDEX_HEAD + shards + articles + headlines;
  if (magic !== MAGIC || buffer.byteLength !== 4 * words + 2 * headlines) throw damaged;
  let at = 4 * INDEX_HEAD;
  // Every platform that browsers run on is little-endian: the words are used where they lie.
  const take = (count: number) => {
    const taken = new Uint32Array(buffer, at, count);
    at += 4 * count;
    return taken;
  };
  return {
    firstRanks: take(shards),
    keys: take(articles),
    headlines: take(headlines),
    headlineShards: new Uint16Array(buffer, at, headlines),
  };
}
