import { hashOf } from './archive-format';
import type { ClaimArchive, ReadFile } from './archive-read';
import type { StoredArticle } from './database';
import { piecesOf, plainWords, RUN, runsOf } from './pieces';
import { PRINTS, PRINTS_FILE, PRINTS_HEAD, PRINTS_MAGIC } from './prints-format';

/** Prints that a page and an article have in common before the article is read. */
const COMMON = 2;
const HALF = 0xffff;
/** Articles that are read. */
const CANDIDATES = 8;
/**
 * What a copy has of an article's pieces: three claims' worth at least, and half of all. Whoever quotes an article, even
 * at length, has fewer; a copy that was cut in the middle is still one.
 */
const LEAST = { pieces: 6, share: 0.5 };

/** Knows copies of articles by their words, wherever they stand. */
export class Copies {
  constructor(
    readonly read: ReadFile,
    readonly archive: ClaimArchive,
  ) {}

  /** The article whose text a page has; `null` when it has none's, or more than one's: then nobody can say which it is. */
  async originalOf(text: string): Promise<StoredArticle | null> {
    const words = plainWords(text);
    const articles = await this.archive.at(await this.#candidates(words));
    const page = ` ${words.join(' ')} `;
    const copied = articles.filter((article) => isCopied(piecesOf(article), page));
    return copied.length === 1 ? (copied[0] ?? null) : null;
  }

  /** Ranks of the articles with most prints on the page. Kept is nothing: it is asked for when the reader asks, and seldom. */
  async #candidates(words: readonly string[]): Promise<number[]> {
    const prints = readPrints(await this.read(PRINTS_FILE));
    const onPage = new Set(runsOf(words).map(hashOf));
    // A million prints are asked for: nearly all that are not on the page are told by half their bits, without the set.
    const halves = new Uint8Array(HALF + 1);
    for (const hash of onPage) halves[hash & HALF] = 1;
    const counts = new Map<number, number>();
    for (let i = 0; i < prints.length; i++) {
      const hash = prints[i] ?? 0;
      if (halves[hash & HALF] === 0 || hash === 0 || !onPage.has(hash)) continue;
      const rank = Math.floor(i / PRINTS);
      counts.set(rank, (counts.get(rank) ?? 0) + 1);
    }
    return [...counts]
      .filter(([, count]) => count >= COMMON)
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, CANDIDATES)
      .map(([rank]) => rank);
  }
}

/** Whether enough of an article's pieces stand on a page, word for word. @param page plain words with a space around each */
function isCopied(pieces: string[][], page: string): boolean {
  const telling = pieces.filter(({ length }) => length >= RUN);
  const found = telling.filter((words) => page.includes(` ${words.join(' ')} `));
  return found.length >= Math.max(LEAST.pieces, LEAST.share * telling.length);
}

/** @throws when the bytes are no prints */
function readPrints(buffer: ArrayBuffer): Uint32Array {
  const words = new Uint32Array(buffer, 0, Math.floor(buffer.byteLength / 4));
  const [magic, articles = 0] = words;
  if (magic !== PRINTS_MAGIC || words.length !== PRINTS_HEAD + PRINTS * articles) {
    throw new Error('The prints of the claim database are damaged.');
  }
  return words.subarray(PRINTS_HEAD);
}
