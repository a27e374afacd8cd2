import { foldText, wordsOf } from '../../core/fold';
import { isNear, lettersOf, mayBeNear } from './near';

/** Words this long are found with a slip in them; shorter ones are near too many others. */
const FUZZY_LENGTH = 4;

/** What a typed word stands for in the index. */
export interface WordMatch {
  /** The documents, 1 for each that holds it. */
  documents: Uint8Array;
  /** The words that were taken for it when no word begins with it; empty otherwise. */
  near: string[];
}

/**
 * An inverted index: for each word the documents it stands in. Documents are numbered in the order they were added; a
 * document that changes gets a new number. It ranks nothing: the library is sorted by what the reader chose, and
 * without scores a keystroke over 10,000 annotations stays within a frame, which with a ranking index it did not.
 */
export class TextIndex {
  readonly #postings = new Map<string, number[]>();
  /** The words in order, for beginnings; `null` when words have come since. */
  #sorted: string[] | null = null;
  /** Of each of these words its letters, see lettersOf. */
  #letters = new Int32Array();
  readonly #numbers = new Map<string, number>();
  #count = 0;
  /** Texts that many documents share (headlines) are split once. */
  readonly #shared = new Map<string, string[]>();

  /** Numbers are below this. */
  get size(): number {
    return this.#count;
  }

  /** Takes in a document, in the place of one with the same id. */
  put(id: string, texts: readonly string[], shared: readonly string[] = []): void {
    const number = this.#count++;
    this.#numbers.set(id, number);
    for (const text of texts) if (text !== '') for (const word of wordsOf(foldText(text))) this.#post(word, number);
    for (const text of shared) for (const word of this.#splitOnce(text)) this.#post(word, number);
  }

  /** The document's number; -1 while it is not in the index. */
  numberOf(id: string): number {
    return this.#numbers.get(id) ?? -1;
  }

  /** The documents that hold a word beginning so, or, when there is none, a word with a slip or two in it. */
  match(word: string): WordMatch {
    const words = this.#beginning(word);
    const near = words.length === 0 && word.length >= FUZZY_LENGTH ? this.#near(word) : [];
    const documents = new Uint8Array(this.#count);
    for (const found of words.length > 0 ? words : near) {
      for (const number of this.#postings.get(found) ?? []) documents[number] = 1;
    }
    return { documents, near };
  }

  #post(word: string, number: number): void {
    const postings = this.#postings.get(word);
    if (!postings) {
      this.#postings.set(word, [number]);
      this.#sorted = null;
    } else if (postings[postings.length - 1] !== number) postings.push(number);
  }

  #splitOnce(text: string): string[] {
    const known = this.#shared.get(text);
    if (known) return known;
    const words = [...new Set(wordsOf(foldText(text)))];
    this.#shared.set(text, words);
    return words;
  }

  get #words(): string[] {
    if (!this.#sorted) {
      this.#sorted = [...this.#postings.keys()].sort();
      this.#letters = Int32Array.from(this.#sorted, lettersOf);
    }
    return this.#sorted;
  }

  /** Puts the words in order now, and not at the first search. */
  settle(): void {
    void this.#words;
  }

  #beginning(start: string): string[] {
    const words = this.#words;
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle] ?? '') < start) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (words[end]?.startsWith(start)) end++;
    return words.slice(low, end);
  }

  #near(word: string): string[] {
    const slips = word.length >= 8 ? 2 : 1;
    const words = this.#words;
    const letters = lettersOf(word);
    return words.filter((other, i) => mayBeNear(letters, this.#letters[i] ?? 0, slips) && isNear(word, other, slips));
  }
}
