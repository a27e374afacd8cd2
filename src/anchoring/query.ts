import type { Quote } from '../core/quote';
import { type Tokens, tokenise, tokenList } from './tokens';

/** What is looked for: words with their context read as one string, and which of it is quoted. */
export interface Query {
  tokens: Tokens;
  /** Offsets of the quoted characters in `tokens.text`. */
  from: number;
  to: number;
  /** The quoted words: those of `tokens` from `first` up to, not with, `last`. The outer two may be partly quoted. */
  first: number;
  last: number;
}

/** Reads a Quote as a query. Context and words as one string: where a quote begins inside a word, the word is whole. */
export function queryOf(quote: Quote, into: Tokens = tokenList(64)): Query {
  const text = quote.prefix + quote.exact + quote.suffix;
  const exact = quote.exact.trim();
  const from = quote.prefix.length + quote.exact.length - quote.exact.trimStart().length;
  return queryIn(tokenise(text, into), from, from + exact.length);
}

/** A query for the characters `from … to` of words already read. */
export function queryIn(tokens: Tokens, from: number, to: number): Query {
  let first = 0;
  while (first < tokens.count && (tokens.end[first] as number) <= from) first++;
  let last = first;
  while (last < tokens.count && (tokens.start[last] as number) < to) last++;
  return { tokens, from, to, first, last };
}
