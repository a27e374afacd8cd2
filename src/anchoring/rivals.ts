import type { Difference, Rivals } from '../core/quote';
import { EQUAL, GONE } from './align';
import type { Candidate } from './candidates';
import type { Evidence } from './evidence';
import type { Query, WeighedQuery } from './query';
import { findInRow, MOST_TWINS } from './seeds';
import type { TextIndex } from './text-index';
import { NEVER, plainWord, wordHash } from './tokens';

/** So many are kept: where a Quote's words stood more often, not all of them are known. */
export const MOST_RIVALS = 8;
/** Differences kept of each: several, because any of them may be edited some day. */
const MOST_DIFFERENCES = 8;
/** A place shares so much of the quoted words, or so many words of their context, or it is no rival. */
const ALIKE = 0.4;
const ALIKE_CONTEXT = 4;

/** So many words of our own gone, and nothing tells a place from another any more. */
const ENOUGH_WORDS = 3;
/** A difference so many words from the quote counts half. */
const HALF_DISTANCE = 12;
/** Our own word counts half where so many more words than were stand between it and the quote. */
const HALF_APART = 12;
const NEAR = 2;
const WITHIN = 3;
/** So much of the differences has to speak for a place where all of them are beyond its sentence. */
const MOST_OF_IT = 0.3;
/** A place is a rival that has so much of what the place most like it has; and that one, if it has so much of all. */
const CLAIM = 0.5;
/** So much more of it where their sentence is ours word for word. */
const CLAIM_SAME = 0.8;
/** In the quote's sentence, beyond it, beyond its paragraph. */
const BEYOND = [1, 0.1, 0.02];

/** Whether there were places like it, and all that had its very words are known. */
export const areKnown = (rivals: Rivals | undefined): boolean =>
  rivals !== undefined && rivals.unlike.length > 0 && rivals.same <= MOST_RIVALS;

/** What to store of the other places that look like a Quote's own. */
export function rivalsOf(index: TextIndex, query: Query, own: Candidate, candidates: Candidate[]): Rivals {
  const unlike = candidates
    .filter(({ evidence }) => evidence !== own.evidence && evidence.from >= 0)
    .filter(({ evidence }) => evidence.likeness >= ALIKE || evidence.before + evidence.after > ALIKE_CONTEXT)
    .sort((a, b) => b.evidence.rank - a.evidence.rank)
    .slice(0, MOST_RIVALS)
    .map((other) => differences(index, query, other));
  const same = findInRow(index, query, query.first, query.last)?.length ?? MOST_TWINS + 1;
  return { same: Math.max(0, same - 1), unlike };
}

/** Where other words stand in a place than in the query: the quoted ones first, then by their distance. */
function differences(index: TextIndex, query: Query, { alignment, evidence }: Candidate): Difference[] {
  const found: Difference[] = [];
  const { hash, count } = index.tokens;
  for (let i = 0; i < query.tokens.count; i++) {
    if (alignment.kind[i] === EQUAL) continue;
    const isGone = alignment.kind[i] === GONE;
    const wasGone = i > 0 && alignment.kind[i - 1] === GONE;
    if (isGone && wasGone && i !== query.first && i !== query.first - 1) continue;
    const isInside = i >= query.first && i < query.last;
    // Of the context that which stands in a word's place, even if it is another place's own.
    const there = isGone && !isInside ? placeIn(query, evidence, i) : (alignment.at[i] as number);
    const isOther = there >= 0 && there < count && hash[there] !== NEVER && hash[there] !== query.tokens.hash[i];
    found.push({ at: i - query.first, word: isOther ? plainWord(index.tokens, there) : '' });
  }
  return found.sort((a, b) => distance(query, a) - distance(query, b)).slice(0, MOST_DIFFERENCES);
}

/** Where a word of the context would be, or one of the quoted ones, counted from the edge of a place. */
const placeIn = ({ first, last }: Query, { from, to }: Evidence, i: number): number =>
  i < first ? from + i - first : to + 1 + i - last;

/** What a difference counts: most within the quote, less the farther it is, little beyond a sentence's end. */
function weightOf(query: WeighedQuery, difference: Difference): number {
  const far = distance(query, difference);
  const beyond = query.far[query.first + difference.at] as number;
  return far === 0 ? WITHIN : (BEYOND[beyond] as number) * 2 ** (-far / HALF_DISTANCE);
}

/** How far from the quoted words a difference is, in words. */
const distance = (query: Query, { at }: Difference): number => Math.max(0, -at, at - (query.last - query.first) + 1);

/** Whether a place is one of those that were others when the Quote was made. */
export const NO_RIVAL = 0;
/** It has no more of our own words than they had, and theirs stand nowhere. */
export const MAY_BE_RIVAL = 1;
/** It has their words rather than ours. */
export const RIVAL = 2;

/** How much of what tells our own place from a rival a place has, and how much of what tells the rival. */
interface Standing {
  ours: number;
  theirs: number;
  /** All that both could come to, and how many words of theirs are known. */
  all: number;
  words: number;
  /** The rival's sentence is ours word for word: only what stands around it tells. */
  isSameSentence: boolean;
}

/**
 * For each place whether it is a rival. Each rival is sought among all places: where it stands in one of them, no other
 * is suspected of it for having lost our words.
 */
export function rivalryOf(
  index: TextIndex,
  query: WeighedQuery,
  candidates: Candidate[],
  rivals: Rivals | undefined,
): number[] {
  const found = candidates.map(() => NO_RIVAL);
  for (const differences of rivals?.unlike ?? []) {
    const standings = candidates.map((candidate) => standingOf(index, query, candidate, differences));
    // Only a place that has the quoted words can be the one that was like ours.
    const most = Math.max(
      ...standings.map(({ theirs, ours }, k) => (theirs >= ours && isAlike(candidates[k] as Candidate) ? theirs : 0)),
    );
    for (const [k, { ours, theirs, all, words, isSameSentence }] of standings.entries()) {
      const isIt = theirs > 0 && theirs >= ours && theirs >= CLAIM * most;
      const isElsewhere = most > (isSameSentence ? CLAIM_SAME : CLAIM) * all;
      const mayBe = isSameSentence ? ours < MOST_OF_IT * all : theirs === 0 && ours === 0 && words >= ENOUGH_WORDS;
      found[k] = Math.max(found[k] as number, isIt ? RIVAL : mayBe && !isElsewhere ? MAY_BE_RIVAL : NO_RIVAL);
    }
  }
  return found;
}

const isAlike = ({ evidence }: Candidate): boolean => evidence.likeness >= ALIKE;

function standingOf(
  index: TextIndex,
  query: WeighedQuery,
  { alignment, evidence }: Candidate,
  differences: Difference[],
): Standing {
  const standing = { ours: 0, theirs: 0, all: 0, words: 0, isSameSentence: true };
  for (const difference of differences) {
    const i = query.first + difference.at;
    if (i < 0 || i >= query.tokens.count) continue;
    const weight = weightOf(query, difference);
    const kind = alignment.kind[i];
    const expected = placeIn(query, evidence, i);
    const isInside = i >= query.first && i < query.last;
    // Of a place without the quoted words nothing can be told by them.
    if (isInside && evidence.from < 0) continue;
    standing.all += weight;
    standing.isSameSentence &&= (query.far[i] as number) > 0;
    // That a word is missing, here and there, is no sign: any edit may take it out.
    if (difference.word !== '') standing.words++;
    const isTheirs = isNear(index, expected, difference.word);
    const apart = isInside ? 0 : Math.abs((alignment.at[i] as number) - expected);
    // Our own word may stand farther off where more were put in; not where theirs has its place.
    if (kind === EQUAL && !(isTheirs && apart > NEAR)) standing.ours += weight * 2 ** (-apart / HALF_APART);
    else if (isTheirs || isNear(index, alignment.at[i] as number, difference.word)) standing.theirs += weight;
  }
  return standing;
}

/** Whether a word stands at a place or, as where fewer or more words stand than did, just beside it. */
function isNear({ tokens }: TextIndex, at: number, word: string): boolean {
  const hash = wordHash(word);
  if (hash === NEVER) return false;
  for (let k = at - 1; k <= at + 1; k++) if (tokens.hash[k] === hash) return true;
  return false;
}
