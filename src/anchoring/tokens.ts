import { BARRIER, LIGATURE, LIGATURES, letterOf, letters, SEPARATOR, SKIPPED } from './letters';

/** Base of the polynomial by which letters become a word's hash; two words' hashes give that of the joined word. */
const BASE = 0x01000193;
/** What a word that equals no word hashes to. No other word does. */
export const NEVER = 0;

/** The words of a text: for each its hash, its place, and how many letters it has (at most 255). */
export interface Tokens {
  text: string;
  count: number;
  hash: Int32Array;
  /** Offsets in the text of a word's first letter, and of what follows its last one and that one's marks. */
  start: Uint32Array;
  end: Uint32Array;
  size: Uint8Array;
}

/** An empty list that `tokenise` can fill and fill again. */
export function tokenList(capacity: number): Tokens {
  return {
    text: '',
    count: 0,
    hash: new Int32Array(capacity),
    start: new Uint32Array(capacity),
    end: new Uint32Array(capacity),
    size: new Uint8Array(capacity),
  };
}

/**
 * Splits a text into words. Everything but letters and digits parts them and is forgotten, so no quotation mark or
 * dash needs a plain form; case and marks are taken off letter by letter (Unicode's canonical decomposition, and the
 * strokes it leaves), so all ways to write a word give one hash.
 * @param from continues after what was read up to this offset, which has to be a word's edge.
 */
export function tokenise(text: string, into: Tokens, from = 0, to = text.length): Tokens {
  into.text = text;
  if (from === 0) into.count = 0;
  for (let at = from; at < to; ) {
    at = readPlain(text, into, at, to);
    if (into.count + 2 > into.hash.length) grow(into);
    if (at < to) at = readWord(text, into, at, to);
  }
  return into;
}

/**
 * Reads words of nothing but letters with nothing but separators between, which is nearly all of a text: these few lines
 * take most of the time that anchoring takes, and are three times as slow with anything more in them.
 * @returns where a word begins that is not as plain as that, or for which there is no room
 */
function readPlain(text: string, into: Tokens, from: number, to: number): number {
  const { hash: hashes, start: starts, end: ends, size: sizes } = into;
  const table = letters;
  const room = hashes.length - 1;
  let count = into.count;
  let at = from;
  while (at < to && count < room) {
    const begin = at;
    let hash = 0;
    let letter = SEPARATOR;
    for (; at < to; at++) {
      letter = table[text.charCodeAt(at)] as number;
      if (letter < 16) break;
      hash = (Math.imul(hash, BASE) + letter) | 0;
    }
    if (at < to && letter !== SEPARATOR) {
      into.count = count;
      return begin;
    }
    if (at > begin) {
      hashes[count] = hash || 1;
      starts[count] = begin;
      ends[count] = at;
      sizes[count] = Math.min(at - begin, 255);
      count++;
    }
    at++;
  }
  into.count = count;
  return Math.min(at, to);
}

/** Reads one word, whatever signs are in it and end it; there is room for two. @returns what it was read up to */
function readWord(text: string, into: Tokens, from: number, to: number): number {
  let hash = 0;
  let size = 0;
  let start = 0;
  let end = 0;
  let letter = SEPARATOR;
  let at = from;
  for (; at < to; at++) {
    letter = letterOf(text.charCodeAt(at));
    if (letter > 15) {
      if (size === 0) start = at;
      hash = (Math.imul(hash, BASE) + letter) | 0;
      size++;
      end = at + 1;
    } else if (letter === SKIPPED) {
      // A mark belongs to its letter; a soft hyphen or zero-width sign may stand between words.
      if (size > 0 && end === at && isMark(text.charCodeAt(at))) end = at + 1;
    } else if (letter === LIGATURE) {
      if (size === 0) start = at;
      for (const plain of LIGATURES[text.charAt(at)] ?? '') {
        hash = (Math.imul(hash, BASE) + plain.charCodeAt(0)) | 0;
        size++;
      }
      end = at + 1;
    } else break;
  }
  if (size > 0) add(into, hash || 1, start, end, Math.min(size, 255));
  if (at === to || letter === SEPARATOR) return Math.min(at + 1, to);
  if (letter === BARRIER) {
    add(into, NEVER, at, at + 1, 0);
    return at + 1;
  }
  const code = text.codePointAt(at) ?? 0;
  const after = at + (code > 0xffff ? 2 : 1);
  add(into, code, at, after, 1);
  return after;
}

function add(into: Tokens, hash: number, start: number, end: number, size: number): void {
  const { count } = into;
  into.hash[count] = hash;
  into.start[count] = start;
  into.end[count] = end;
  into.size[count] = size;
  into.count++;
}

const isMark = (code: number): boolean => code !== 0xad && code < 0x2000;

function grow(tokens: Tokens): void {
  const { count } = tokens;
  const bigger = tokenList(2 * tokens.hash.length + 16);
  bigger.hash.set(tokens.hash.subarray(0, count));
  bigger.start.set(tokens.start.subarray(0, count));
  bigger.end.set(tokens.end.subarray(0, count));
  bigger.size.set(tokens.size.subarray(0, count));
  Object.assign(tokens, { hash: bigger.hash, start: bigger.start, end: bigger.end, size: bigger.size });
}

/** The hash of the word that two words make when nothing stands between them. */
export function joinedHash(left: number, right: number, rightSize: number): number {
  let hash = left;
  for (let i = 0; i < rightSize; i++) hash = Math.imul(hash, BASE);
  return (hash + right) | 0 || 1;
}

/** The word's letters as they are compared. */
export function plainWord(tokens: Tokens, at: number): string {
  let word = '';
  for (let i = tokens.start[at] ?? 0; i < (tokens.end[at] ?? 0); i++) {
    const code = tokens.text.charCodeAt(i);
    const letter = letterOf(code);
    if (letter > 15) word += String.fromCharCode(letter);
    else if (letter === LIGATURE) word += LIGATURES[tokens.text.charAt(i)] ?? '';
    else if (letter !== SKIPPED) word += tokens.text.charAt(i);
  }
  return word;
}

/** The hash of one word given by itself; of several the first one's. */
export function wordHash(word: string): number {
  return tokenise(word, tokenList(4)).hash[0] ?? NEVER;
}
