import type { GlossaryEntry } from '../core/claim';
import type { Span } from '../core/quote';

/** A term of the glossary where it stands in a text. */
export interface FoundTerm {
  entry: GlossaryEntry;
  span: Span;
}

/** No letter, digit or accent, and no part of a hyphenated word, stands before or after: "rebalancing" is no "balancing". */
const BEFORE = String.raw`(?<![\p{L}\p{N}\p{M}]|[\p{L}\p{N}][-\u2010\u2011])`;
const AFTER = String.raw`(?![\p{L}\p{N}\p{M}]|[-\u2010\u2011][\p{L}\p{N}])`;

/**
 * The terms of a glossary in a text, whole words only, whatever their case; of each the first in a paragraph. Where one
 * term is a part of another the longer one is meant.
 * @param text paragraphs, parted by line breaks
 */
export function findTerms(text: string, glossary: GlossaryEntry[]): FoundTerm[] {
  const entries = new Map(glossary.flatMap((entry) => entry.forms.map((form) => [fold(form), entry])));
  if (entries.size === 0) return [];
  const forms = [...entries.keys()]
    .sort((a, b) => b.length - a.length)
    .map((form) => {
      return form.split(' ').map(escaped).join(String.raw`[^\S\n]+`);
    });
  const pattern = new RegExp(`${BEFORE}(?:${forms.join('|')})${AFTER}`, 'giu');
  const found: FoundTerm[] = [];
  let paragraph = 0;
  for (const line of text.split('\n')) {
    const seen = new Set<GlossaryEntry>();
    for (const { 0: words, index } of line.matchAll(pattern)) {
      const entry = entries.get(fold(words));
      if (!entry || seen.has(entry)) continue;
      seen.add(entry);
      const start = paragraph + index;
      found.push({ entry, span: { start, end: start + words.length } });
    }
    paragraph += line.length + 1;
  }
  return found;
}

const fold = (words: string): string => words.replace(/\s+/gu, ' ').toLowerCase();

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
