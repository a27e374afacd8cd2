import type { Difference, Rivals } from '../core/quote';
import { EQUAL, GONE } from './align';
import type { Candidate } from './candidates';
import { endsSentence } from './importance';
import type { Query } from './query';
import { countTwins } from './seeds';
import type { TextIndex } from './text-index';
import { plainWord, wordHash } from './tokens';

const MOST_RIVALS = 8;
/** Differences kept of each: several, because any of them may be edited some day. */
const MOST_DIFFERENCES = 8;
/** A place shares so much of the quoted words, or so much of their context, or it is no rival. */
const ALIKE = 0.4;
const ALIKE_CONTEXT = 0.6;

/** So many words of our own gone, and nothing tells a place from another any more. */
const ENOUGH_WORDS = 3;
/** A word missing here and there is a weaker sign than the same other word. */
const NO_WORD = 0.4;
/** A difference so many words from the quote counts half. */
const HALF_DISTANCE = 6;
const WITHIN = 3;
const BEYOND_SENTENCE = 0.25;

/** What to store of the other places that look like a Quote's own. */
export function rivalsOf(index: TextIndex, query: Query, own: Candidate, candidates: Candidate[]): Rivals {
  const unlike = candidates
    .filter(({ evidence }) => evidence !== own.evidence && evidence.from >= 0)
    .filter(({ evidence }) => evidence.likeness >= ALIKE || evidence.before + evidence.after > ALIKE_CONTEXT)
    .sort((a, b) => likenessOf(b) - likenessOf(a))
    .slice(0, MOST_RIVALS)
    .map((other) => differences(index, query, other));
  return { same: Math.max(0, countTwins(index, query) - 1), unlike };
}

const likenessOf = ({ evidence }: Candidate): number => evidence.likeness + (evidence.before + evidence.after) / 2;

/** Where other words stand in a place than in the query: the quoted ones first, then by their distance. */
function differences(index: TextIndex, query: Query, { alignment }: Candidate): Difference[] {
  const found: Difference[] = [];
  for (let i = 0; i < query.tokens.count; i++) {
    if (alignment.kind[i] === EQUAL) continue;
    const isGone = alignment.kind[i] === GONE;
    const wasGone = i > 0 && alignment.kind[i - 1] === GONE;
    if (isGone && wasGone && i !== query.first && i !== query.first - 1) continue;
    found.push({ at: i - query.first, word: isGone ? '' : plainWord(index.tokens, alignment.at[i] as number) });
  }
  return found.sort((a, b) => distance(query, a) - distance(query, b)).slice(0, MOST_DIFFERENCES);
}

/** What a difference counts: most within the quote, less the farther it is, little beyond a sentence's end. */
function weightOf(query: Query, difference: Difference): number {
  const far = distance(query, difference);
  if (far === 0) return WITHIN;
  const at = query.first + difference.at;
  const [from, to] = difference.at < 0 ? [at + 1, query.first] : [query.last, at];
  for (let k = from; k <= to; k++)
    if (endsSentence(query.tokens, k)) return BEYOND_SENTENCE * 2 ** (-far / HALF_DISTANCE);
  return 2 ** (-far / HALF_DISTANCE);
}

/** How far from the quoted words a difference is, in words. */
const distance = (query: Query, { at }: Difference): number => Math.max(0, -at, at - (query.last - query.first) + 1);

/**
 * Whether a place may be one of those that were other places when the Quote was made: where those had other words, it
 * has theirs, or at least none of the Quote's own.
 */
export function isRival(index: TextIndex, query: Query, { alignment }: Candidate, rivals: Rivals): boolean {
  return rivals.unlike.some((differences) => {
    let ours = 0;
    let theirs = 0;
    let words = 0;
    for (const difference of differences) {
      const i = query.first + difference.at;
      if (i < 0 || i >= query.tokens.count) continue;
      const weight = weightOf(query, difference);
      const kind = alignment.kind[i];
      if (difference.word !== '') words++;
      if (kind === EQUAL) ours += weight;
      else if (difference.word === '') theirs += kind === GONE ? NO_WORD * weight : 0;
      else if (kind !== GONE && isWord(index, alignment.at[i] as number, difference.word)) theirs += weight;
    }
    return theirs > 0 ? theirs >= ours : ours === 0 && words >= ENOUGH_WORDS;
  });
}

const isWord = (index: TextIndex, at: number, word: string): boolean => index.tokens.hash[at] === wordHash(word);
