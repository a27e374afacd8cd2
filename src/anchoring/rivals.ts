import type { Difference, Rivals } from '../core/quote';
import { EQUAL, GONE } from './align';
import type { Candidate } from './candidates';
import type { Query, WeighedQuery } from './query';
import { countTwins } from './seeds';
import type { TextIndex } from './text-index';
import { plainWord, wordHash } from './tokens';

const MOST_RIVALS = 8;
/** Differences kept of each: several, because any of them may be edited some day. */
const MOST_DIFFERENCES = 8;
/** A place shares so much of the quoted words, or so many words of their context, or it is no rival. */
const ALIKE = 0.4;
const ALIKE_CONTEXT = 4;

/** So many words of our own gone, and nothing tells a place from another any more. */
const ENOUGH_WORDS = 3;
/** A word missing here and there is a weaker sign than the same other word. */
const NO_WORD = 0.4;
/** A difference so many words from the quote counts half. */
const HALF_DISTANCE = 12;
/** Our own word counts half where so many more words than were stand between it and the quote. */
const HALF_APART = 12;
const WITHIN = 3;
/** So much of the differences has to speak for a place where all of them are beyond its sentence. */
const MOST_OF_IT = 0.3;
/** In the quote's sentence, beyond it, beyond its paragraph. */
const BEYOND = [1, 0.1, 0.02];

/** What to store of the other places that look like a Quote's own. */
export function rivalsOf(index: TextIndex, query: Query, own: Candidate, candidates: Candidate[]): Rivals {
  const unlike = candidates
    .filter(({ evidence }) => evidence !== own.evidence && evidence.from >= 0)
    .filter(({ evidence }) => evidence.likeness >= ALIKE || evidence.before + evidence.after > ALIKE_CONTEXT)
    .sort((a, b) => b.evidence.rank - a.evidence.rank)
    .slice(0, MOST_RIVALS)
    .map((other) => differences(index, query, other));
  return { same: Math.max(0, countTwins(index, query) - 1), unlike };
}

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
function weightOf(query: WeighedQuery, difference: Difference): number {
  const far = distance(query, difference);
  const beyond = query.far[query.first + difference.at] as number;
  return far === 0 ? WITHIN : (BEYOND[beyond] as number) * 2 ** (-far / HALF_DISTANCE);
}

/** How far from the quoted words a difference is, in words. */
const distance = (query: Query, { at }: Difference): number => Math.max(0, -at, at - (query.last - query.first) + 1);

/**
 * Whether a place may be one of those that were other places when the Quote was made: where those had other words, it
 * has theirs, or at least none of the Quote's own.
 * @param least how much has to speak for a place whose sentence is a rival's word for word.
 */
export function isRival(
  index: TextIndex,
  query: WeighedQuery,
  { alignment, evidence }: Candidate,
  rivals: Rivals,
  least = MOST_OF_IT,
): boolean {
  return rivals.unlike.some((differences) => {
    let ours = 0;
    let theirs = 0;
    let words = 0;
    let all = 0;
    let isSameSentence = true;
    for (const difference of differences) {
      const i = query.first + difference.at;
      if (i < 0 || i >= query.tokens.count) continue;
      const weight = weightOf(query, difference);
      all += weight;
      isSameSentence &&= (query.far[i] as number) > 0;
      const kind = alignment.kind[i];
      // Where the word would be, counted from the edge of the place.
      const expected = difference.at < 0 ? evidence.from + difference.at : evidence.to + 1 + i - query.last;
      const isInside = i >= query.first && i < query.last;
      if (difference.word !== '') words++;
      if (kind === EQUAL) {
        const apart = isInside ? 0 : Math.abs((alignment.at[i] as number) - expected);
        ours += weight * 2 ** (-apart / HALF_APART);
      } else if (difference.word === '') theirs += kind === GONE ? NO_WORD * weight : 0;
      else if (isNear(index, kind === GONE ? expected : (alignment.at[i] as number), difference.word)) theirs += weight;
    }
    // Its sentence is the same word for word: then only what stands around it tells, and most of it has to.
    if (isSameSentence && ours < least * all) return true;
    return theirs > 0 ? theirs >= ours : ours === 0 && words >= ENOUGH_WORDS;
  });
}

/** Whether a word stands at a place or, as where fewer or more words stand than did, just beside it. */
function isNear({ tokens }: TextIndex, at: number, word: string): boolean {
  const hash = wordHash(word);
  for (let k = at - 1; k <= at + 1; k++) if (tokens.hash[k] === hash) return true;
  return false;
}
