import type { Rivals } from '../core/quote';
import type { Candidate } from './candidates';
import type { Query } from './query';
import { countTwins } from './seeds';
import type { TextIndex } from './text-index';
import { NEVER, plainWord, wordHash } from './tokens';

const MOST_RIVALS = 6;
const MOST_WORDS = 6;
/** A place shares so much of the quoted words, or it is no rival. */
const ALIKE = 0.4;
/** Words before and after a place in which its difference shows. */
const AROUND = 6;

/** What to store of the other places that look like a Quote's own. */
export function rivalsOf(index: TextIndex, query: Query, own: Candidate, candidates: Candidate[]): Rivals {
  const ours = new Set(query.tokens.hash.subarray(0, query.tokens.count));
  const unlike = candidates
    .filter((other) => other !== own && other.evidence.likeness >= ALIKE && other.evidence.from >= 0)
    .sort((a, b) => b.evidence.likeness - a.evidence.likeness)
    .slice(0, MOST_RIVALS)
    .map(({ evidence }) => {
      const words: string[] = [];
      for (const token of around(index, evidence.from, evidence.to, AROUND)) {
        const hash = index.tokens.hash[token] as number;
        if (hash === NEVER || ours.has(hash)) continue;
        const word = plainWord(index.tokens, token);
        if (!words.includes(word)) words.push(word);
        if (words.length === MOST_WORDS) break;
      }
      return words;
    })
    .filter((words) => words.length > 1);
  return { same: Math.max(0, countTwins(index, query) - 1), unlike };
}

/** The words of a place and those around it: the inner ones first, then by their distance. */
function* around(index: TextIndex, from: number, to: number, reach: number): Generator<number> {
  for (let token = from; token <= to; token++) yield token;
  for (let k = 1; k <= reach; k++) {
    if (from - k >= 0) yield from - k;
    if (to + k < index.tokens.count) yield to + k;
  }
}

/** Whether a place is one of those that were other places when the Quote was made. */
export function isRival(index: TextIndex, query: Query, { evidence }: Candidate, rivals: Rivals): boolean {
  if (rivals.unlike.length === 0) return false;
  const there = new Set<number>();
  const ours = query.tokens.hash.subarray(0, query.tokens.count);
  for (const token of around(index, evidence.from, evidence.to, AROUND + 2)) {
    const hash = index.tokens.hash[token] as number;
    if (!ours.includes(hash)) there.add(hash);
  }
  return rivals.unlike.some((words) => {
    const shared = words.filter((word) => there.has(wordHash(word))).length;
    return shared >= 2 && shared >= 0.6 * words.length;
  });
}
