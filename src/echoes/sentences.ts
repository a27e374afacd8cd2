import type { Span } from '../core/quote';

/** What ends with a dot and no sentence: titles, months, "e.g.", initials, "U.S.". */
const ABBREVIATION =
  /(?:^|[\s(“"'])(?:(?:\p{L}\.)*\p{L}|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|St|No|vs|cf|etc|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$/u;
/** Shorter ones are headings and labels. */
const SHORTEST = 30;

/** The sentences of a text, as places in it; a line's end is a sentence's. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const end = (at: number) => {
    const words = text.slice(start, at);
    const from = start + words.length - words.trimStart().length;
    const to = start + words.trimEnd().length;
    if (to - from >= SHORTEST) spans.push({ start: from, end: to });
    start = at;
  };
  for (const { index, 0: mark } of text.matchAll(/[.!?]+["”’')\]]*(?=\s+["“‘'(]*[\p{Lu}\d])|[\n\uFFFC]+/gu)) {
    if (mark.startsWith('.') && ABBREVIATION.test(text.slice(Math.max(start, index - 12), index))) continue;
    end(index + mark.length);
  }
  end(text.length);
  return spans;
}
