import type { Excerpt, Span } from '../core/quote';
import { resolveAll } from './resolve';
import { indexText } from './text-index';

/** Fewer words are found again by chance, or after the smallest edit not at all. */
const FEWEST = 4;
/** What the schema allows of each part. */
const MOST = 12;

/**
 * The fewest words of a passage's two ends, and where these are not enough the fewest beside it, that lead to it and to
 * nothing else; `null` when none do. A passage too short for two ends overlaps itself.
 */
export function shortestExcerpt(text: string, span: Span): Excerpt | null {
  const index = indexText(text);
  const inside = wordsOf(text.slice(span.start, span.end));
  const before = wordsOf(text.slice(Math.max(0, span.start - 200), span.start));
  const after = wordsOf(text.slice(span.end, span.end + 200));
  for (let more = 0; more <= MOST - FEWEST; more++) {
    // Words of the passage are better than words beside it: these are another sentence's, and edited with it.
    for (const context of more === MOST - FEWEST ? [0, 3, 6, 9, 12] : [0]) {
      const excerpt = {
        prefix: context === 0 ? '' : before.slice(-context).join(' '),
        start: inside.slice(0, FEWEST + more).join(' '),
        end: inside.slice(-(FEWEST + more)).join(' '),
        suffix: context === 0 ? '' : after.slice(0, context).join(' '),
      };
      const [outcome] = resolveAll(index, [excerpt]);
      if (outcome?.kind !== 'found') continue;
      const { start, end } = outcome.span;
      if (start === span.start && end === span.end && countOf(text, excerpt.start) * countOf(text, excerpt.end) === 1) {
        return excerpt;
      }
      if (start === span.start && end === span.end && context > 0) return excerpt;
    }
  }
  return null;
}

/** Space, and the sign that parts boxes. */
const isGap = (char: string | undefined): boolean => char === undefined || /[\s\uFFFC]/.test(char);

/** The words that a span touches, whole and without the space around them: a hand rarely stops where a word does. */
export function wholeWords(text: string, { start, end }: Span): Span {
  while (start < end && isGap(text[start])) start++;
  while (end > start && isGap(text[end - 1])) end--;
  while (start > 0 && !isGap(text[start - 1])) start--;
  while (end < text.length && !isGap(text[end])) end++;
  return { start, end };
}

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter(Boolean);

const countOf = (text: string, words: string): number => plain(text).split(plain(words)).length - 1;

const plain = (text: string): string => text.replace(/\s+/gu, ' ');
