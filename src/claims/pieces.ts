import { foldText, wordsOf } from '../core/fold';
import type { StoredArticle } from './database';

/** Words of a piece that are looked for together; four in a row seldom stand in two texts by chance. */
export const RUN = 4;

/** What no reader sees in a word: soft hyphens, joiners, the sign of byte order. */
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** The words of a text as copies share them: without case, accents, punctuation and line breaks. */
export const plainWords = (text: string): string[] => wordsOf(foldText(text.replace(UNSEEN, '')));

/**
 * The few words of an article that its claim file has: those each claim's passage begins and ends with, in reading order.
 * Where they are too few to tell anything, with those that stand before or after.
 */
export function piecesOf({ claims }: StoredArticle): string[][] {
  return claims.flatMap(({ excerpt: { prefix, start, end, suffix } }) => [
    longEnough(plainWords(start), plainWords(`${prefix} ${start}`)),
    longEnough(plainWords(end), plainWords(`${end} ${suffix}`)),
  ]);
}

const longEnough = (words: string[], more: string[]): string[] => (words.length >= RUN ? words : more);

/** Every run of words in a row, as one string each. */
export const runsOf = (words: readonly string[]): string[] =>
  words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' '));
