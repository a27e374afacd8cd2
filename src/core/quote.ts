/**
 * Exact words with what stands before and after: the stored way back to a place in a text.
 * A W3C TextQuoteSelector (https://www.w3.org/TR/annotation-model/#text-quote-selector); white space collapsed.
 */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
  /** Where else such words stood when the Quote was made; older and foreign Quotes do not know. */
  rivals?: Rivals;
}

/** Characters that the exact words of a Quote may have. */
export const LONGEST_QUOTE = 20_000;

/** Characters of a page's text by which it is looked up whose copy it is. */
export const LONGEST_TEXT = 500_000;

/** The places a Quote may be taken for. */
export interface Rivals {
  /** In how many other places of the text these very words stood, as far as counted. */
  same: number;
  /** How each of the places most alike differed. */
  unlike: Difference[][];
}

/** Another word of another place. */
export interface Difference {
  /** Where it stood, in words from the Quote's first one; negative is before it. */
  at: number;
  /** The word in small plain letters; empty where no word stood for the Quote's. */
  word: string;
}

/** The few words a passage begins and ends with, and a few before and after. The passage itself is not stored. */
export interface Excerpt {
  start: string;
  end: string;
  prefix: string;
  suffix: string;
}

/** Offsets of a piece of a text, in UTF-16 code units, `end` exclusive. Found, never stored. */
export interface Span {
  start: number;
  end: number;
}
