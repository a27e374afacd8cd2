import type { Quote, Span } from '../core/quote';
import { endsParagraph, endsSentence, importanceOf } from './importance';
import { type TextIndex, tellingOf } from './text-index';
import { NEVER, type Tokens, tokenise, tokenList } from './tokens';

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

/** For each word of a query a number; more of them than there are words where a list serves several queries. */
export interface Weights {
  /** What the word tells about its place in the text, in bits. */
  telling: Float64Array;
  /** How much more it weighs than others: numbers, names and negations do. */
  importance: Float64Array;
  /** 0 in the sentences of the quote, 1 beyond them, 2 beyond its paragraphs. */
  far: Uint8Array;
}

/** A query whose words are weighed against a text. */
export interface WeighedQuery extends Query, Weights {}

/** Lists that `weighed` can fill, and fill again once its former query is done with. */
export const weightLists = (words: number): Weights => ({
  telling: new Float64Array(words),
  importance: new Float64Array(words),
  far: new Uint8Array(words),
});

/** Weighs the words of a query. */
export function weighed(index: TextIndex, query: Query, into = weightLists(query.tokens.count)): WeighedQuery {
  const { tokens, from, to, first, last } = query;
  const { count, hash } = tokens;
  const { telling, importance, far } = into;
  for (let i = 0; i < count; i++) {
    telling[i] = tellingOf(index, hash[i] as number);
    importance[i] = i >= first && i < last ? importanceOf(tokens, i) : 1;
  }
  far.fill(0, first, last);
  for (let i = first - 1, beyond = 0; i >= 0; i--) far[i] = beyond = Math.max(beyond, edgeAt(tokens, i + 1));
  for (let i = last, beyond = 0; i < count; i++) far[i] = beyond = Math.max(beyond, edgeAt(tokens, i));
  return { tokens, from, to, first, last, telling, importance, far };
}

/** What ends before a word: a sentence (1), a paragraph (2), or neither. */
function edgeAt(tokens: Tokens, at: number): number {
  const isOneSpace = at > 0 && at < tokens.count && tokens.start[at] === (tokens.end[at - 1] as number) + 1;
  if (isOneSpace && tokens.text.charCodeAt(tokens.end[at - 1] as number) === 0x20) return 0;
  return endsParagraph(tokens, at) ? 2 : endsSentence(tokens, at) ? 1 : 0;
}

/** Reads a Quote as a query. Context and words as one string: where a quote begins inside a word, the word is whole. */
export function queryOf(quote: Quote, into: Tokens = tokenList(64)): Query {
  const text = quote.prefix + quote.exact + quote.suffix;
  const exact = quote.exact.trim();
  const from = quote.prefix.length + quote.exact.length - quote.exact.trimStart().length;
  return queryIn(tokenise(text, into), from, from + exact.length);
}

/** A query for the characters `from … to` of words already read. What is no word by itself is none of its outer ones. */
export function queryIn(tokens: Tokens, from: number, to: number): Query {
  const quoted = wholeSigns(tokens.text, { start: from, end: to });
  let first = 0;
  while (first < tokens.count && (tokens.end[first] as number) <= quoted.start) first++;
  let last = first;
  while (last < tokens.count && (tokens.start[last] as number) < quoted.end) last++;
  while (first < last && tokens.hash[first] === NEVER) first++;
  while (first < last && tokens.hash[last - 1] === NEVER) last--;
  return { tokens, from: quoted.start, to: quoted.end, first, last };
}

/** A Span that cuts no surrogate pair: half a sign is quoted as the whole one. */
export function wholeSigns(text: string, { start, end }: Span): Span {
  return { start: start - (isWithinPair(text, start) ? 1 : 0), end: end + (isWithinPair(text, end) ? 1 : 0) };
}

const isWithinPair = (text: string, at: number): boolean =>
  isHalf(text.charCodeAt(at - 1), 0xd800) && isHalf(text.charCodeAt(at), 0xdc00);

const isHalf = (code: number, from: number): boolean => code >= from && code < from + 0x400;
