import { letterOf } from './letters';
import type { Tokens } from './tokens';

const row = new Uint8Array(64);
const left: number[] = [];
const right: number[] = [];

/** Which letters a word has, a bit for each; letters of other alphabets share them. What many words are told apart by at once. */
export function lettersOf(tokens: Tokens, at: number): number {
  let bits = 0;
  for (let k = tokens.start[at] as number; k < (tokens.end[at] as number); k++) {
    const letter = letterOf(tokens.text.charCodeAt(k));
    if (letter > 15) bits |= 1 << (letter & 31);
  }
  return bits;
}

/**
 * Whether two words are too far from each other to resemble, told without reading them: one letter changed is another in
 * no more than two of the bits.
 * @param m letters of the one word, `a` their bits; `n` and `b` of the other
 */
export function areFar(m: number, a: number, n: number, b: number): boolean {
  return isOther(m, n) || bitsIn(a ^ b) > 2 * mostChanges(m, n);
}

const isOther = (m: number, n: number): boolean => m < 4 || n < 4 || m > 40 || n > 40 || Math.abs(m - n) > 3;

const mostChanges = (m: number, n: number): number => Math.max(1, Math.floor(Math.min(m, n) / 3));

/** How many bits are set (Hacker's Delight, section 5-1). */
function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Whether two different words are one word mended or inflected. Numbers never are: another number is another fact. */
export function resembles(a: Tokens, i: number, b: Tokens, j: number): boolean {
  const m = a.size[i] as number;
  const n = b.size[j] as number;
  if (isOther(m, n)) return false;
  const sameStart = letterAt(a, a.start[i] as number) === letterAt(b, b.start[j] as number);
  if (!sameStart && letterAt(a, (a.end[i] as number) - 1) !== letterAt(b, (b.end[j] as number) - 1)) return false;
  letters(a, i, left);
  letters(b, j, right);
  if (left.some(isDigit) || right.some(isDigit)) return false;
  return distance() <= mostChanges(m, n);
}

const letterAt = (tokens: Tokens, at: number): number => letterOf(tokens.text.charCodeAt(at));

const isDigit = (letter: number): boolean => letter >= 48 && letter <= 57;

function letters(tokens: Tokens, at: number, into: number[]): void {
  into.length = 0;
  for (let k = tokens.start[at] as number; k < (tokens.end[at] as number); k++) {
    const letter = letterOf(tokens.text.charCodeAt(k));
    if (letter > 15) into.push(letter);
  }
}

/** Levenshtein's distance of `left` and `right`, with two letters changed about counted as the two changes they are. */
function distance(): number {
  const n = right.length;
  for (let j = 0; j <= n; j++) row[j] = j;
  for (let i = 1; i <= left.length; i++) {
    let diagonal = row[0] as number;
    row[0] = i;
    for (let j = 1; j <= n; j++) {
      const above = row[j] as number;
      const swap = left[i - 1] === right[j - 1] ? diagonal : diagonal + 1;
      row[j] = Math.min(swap, above + 1, (row[j - 1] as number) + 1);
      diagonal = above;
    }
  }
  return row[n] as number;
}
