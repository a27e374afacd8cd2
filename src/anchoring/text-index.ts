import { atOnce } from './slices';
import { NEVER, type Tokens, tokenise, tokenList } from './tokens';

/** Words by which places are found together. */
export const GRAM = 3;

/** Where each key stands: the places of bucket b are `places[first[b]] … places[first[b + 1] - 1]`, in order. */
interface Postings {
  shift: number;
  first: Uint32Array;
  places: Uint32Array;
}

/** The words of a text and where they stand. Made once for a text, then asked for each quote. */
export interface TextIndex {
  text: string;
  tokens: Tokens;
  grams: Postings;
  /** The same of single words, for quotes of one or two and what hardly shares three in a row; made when first asked for. */
  words: Postings | null;
  /** Which words are barriers, in order. */
  barriers: number[];
  /** How often words stand in the text, by `tally` of their hash; now and then a few share a place. */
  tallies: Uint16Array;
  /** What a word tells that stands there so many times. */
  telling: Float32Array;
}

/** Words that stand more often than this tell no less. */
const MOST_TALLIED = 511;

const TALLY_BITS = 15;

/** Characters read between two chances to pause. */
const AT_ONCE = 40_000;

/** Words gone through between two chances to pause. */
const WORDS_AT_ONCE = 20_000;

/** Reads a text's words and notes where every three of them stand. */
export function indexText(text: string): TextIndex {
  return atOnce(indexingTokens(tokenise(text, tokenList((text.length >> 2) + 64))));
}

/** The same with pauses, for long texts: see `inSlices`. */
export function* indexingText(text: string): Generator<void, TextIndex> {
  const tokens = tokenList((text.length >> 2) + 64);
  for (let from = 0; from < text.length || from === 0; ) {
    let to = Math.min(text.length, from + AT_ONCE);
    while (to < text.length && text.charCodeAt(to) > 32) to++;
    tokenise(text, tokens, from, to);
    yield;
    if (to === text.length) break;
    from = to;
  }
  return yield* indexingTokens(tokens);
}

/** The index of words already read. */
function* indexingTokens(tokens: Tokens): Generator<void, TextIndex> {
  const tallies = new Uint16Array(1 << TALLY_BITS);
  const barriers: number[] = [];
  const { hash, count } = tokens;
  for (let i = 0; i < count; i++) {
    if (hash[i] === NEVER) barriers.push(i);
    const place = tallyOf(hash[i] as number);
    const tally = tallies[place] as number;
    if (tally < 0xffff) tallies[place] = tally + 1;
  }
  yield;
  const grams = yield* listingPlaces(tokens, GRAM);
  return {
    text: tokens.text,
    tokens,
    grams,
    words: null,
    barriers,
    tallies,
    telling: tellingTable(count),
  };
}

function tallyOf(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> (32 - TALLY_BITS);
}

/** How much a word tells about its place, in bits: much when it is rare in the text, little when it is everywhere. */
export function tellingOf(index: TextIndex, hash: number): number {
  const tally = index.tallies[tallyOf(hash)] as number;
  return index.telling[Math.min(tally, MOST_TALLIED)] as number;
}

/** By how often it stands in the text, what a word tells. */
function tellingTable(words: number): Float32Array {
  const table = new Float32Array(MOST_TALLIED + 1);
  for (let tally = 0; tally <= MOST_TALLIED; tally++) {
    table[tally] = Math.max(0.5, Math.log2((words + 400) / (tally + 0.5)) - 2.5);
  }
  return table;
}

/** Between which barriers a word stands. */
export function partOf(index: TextIndex, token: number): number {
  let part = 0;
  while (part < index.barriers.length && (index.barriers[part] as number) < token) part++;
  return part;
}

/** Where each key stands, by counting sort; with pauses, since all of a long text's words are gone through twice. */
function* listingPlaces(tokens: Tokens, gram: number): Generator<void, Postings> {
  const { hash, count } = tokens;
  const last = count - gram;
  const bits = Math.max(4, 32 - Math.clz32(count));
  const shift = 32 - bits;
  const first = new Uint32Array((1 << bits) + 1);
  const keys = new Uint32Array(Math.max(0, last + 1));
  for (let from = 0; from <= last; from += WORDS_AT_ONCE) {
    countKeys(hash, gram, shift, from, Math.min(last + 1, from + WORDS_AT_ONCE), keys, first);
    yield;
  }
  let sum = 0;
  for (let b = 0; b < first.length; b++) {
    sum += first[b] as number;
    first[b] = sum;
  }
  yield;
  const places = new Uint32Array(keys.length);
  for (let to = last + 1; to > 0; to -= WORDS_AT_ONCE) {
    putPlaces(keys, Math.max(0, to - WORDS_AT_ONCE), to, first, places);
    yield;
  }
  return { shift, first, places };
}

function countKeys(
  hash: Int32Array,
  gram: number,
  shift: number,
  from: number,
  to: number,
  keys: Uint32Array,
  first: Uint32Array,
): void {
  for (let i = from; i < to; i++) {
    const key = (gram === 1 ? wordKey(hash, i) : gramKey(hash, i)) >>> shift;
    keys[i] = key;
    first[key] = (first[key] as number) + 1;
  }
}

function putPlaces(keys: Uint32Array, from: number, to: number, first: Uint32Array, places: Uint32Array): void {
  for (let i = to - 1; i >= from; i--) {
    const key = keys[i] as number;
    const place = (first[key] as number) - 1;
    first[key] = place;
    places[place] = i;
  }
}

function gramKey(hash: Int32Array, at: number): number {
  const one = Math.imul(hash[at] as number, 0x9e3779b1) | 0;
  const two = Math.imul(((one ^ (one >>> 15)) + (hash[at + 1] as number)) | 0, 0x85ebca6b) | 0;
  const three = Math.imul(((two ^ (two >>> 13)) + (hash[at + 2] as number)) | 0, 0xc2b2ae35) | 0;
  return Math.imul(three ^ (three >>> 16), 0x27d4eb2f) >>> 0;
}

function wordKey(hash: Int32Array, at: number): number {
  return Math.imul((hash[at] as number) ^ ((hash[at] as number) >>> 15), 0x9e3779b1) >>> 0;
}

/**
 * Where three words, or one, of a query stand in the text.
 * @param most the limit of places looked at: -1 is returned when there are more.
 * @returns how many places were written to `into`.
 */
export function placesOf(
  index: TextIndex,
  gram: 1 | 3,
  query: Int32Array,
  at: number,
  most: number,
  into: number[],
): number {
  if (gram === 1) index.words ??= atOnce(listingPlaces(index.tokens, 1));
  const postings = (gram === 1 && index.words) || index.grams;
  const key = (gram === 1 ? wordKey(query, at) : gramKey(query, at)) >>> postings.shift;
  const from = postings.first[key] as number;
  const to = postings.first[key + 1] as number;
  const { hash } = index.tokens;
  let found = 0;
  for (let k = from; k < to; k++) {
    const place = postings.places[k] as number;
    let same = 0;
    while (same < gram && hash[place + same] === query[at + same] && hash[place + same] !== NEVER) same++;
    if (same < gram) continue;
    if (found === most) return -1;
    into[found++] = place;
  }
  return found;
}
