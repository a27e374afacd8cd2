import type { Span } from '../../src/core/quote';
import { sentencesIn } from './page';
import type { Random } from './random';

/** Words to quote, and of what kind they are. */
export interface Target extends Span {
  kind: 'phrase' | 'part' | 'clause' | 'sentence' | 'sentences' | 'across' | 'repeated';
}

/** At least 120 places of a text that a reader might mark. */
export function targetsIn(paragraphs: readonly string[], random: Random): Target[] {
  const text = paragraphs.join('\n');
  const words = Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const targets: Target[] = [];
  const put = (kind: Target['kind'], span: Span | null) => {
    if (!span) return;
    const raw = text.slice(span.start, span.end);
    const start = span.start + raw.length - raw.trimStart().length;
    const end = start + raw.trim().length;
    if (targets.every((one) => one.start !== start || one.end !== end)) targets.push({ kind, start, end });
  };
  const run = (count: number): Span | null => {
    const at = random.int(0, words.length - count - 1);
    const span = { start: words[at]?.start ?? 0, end: words[at + count - 1]?.end ?? 0 };
    return text.slice(span.start, span.end).includes('\n') ? null : span;
  };
  const sentences = spansOf(paragraphs);
  for (let k = 0; k < 34; k++) put('phrase', run(random.int(2, 4)));
  for (let k = 0; k < 14; k++) put('part', cut(run(random.int(2, 9)), random));
  for (let k = 0; k < 26; k++) put('clause', run(random.int(5, 14)));
  for (let k = 0; k < 32; k++) put('sentence', random.pick(sentences));
  for (let k = 0; k < 12; k++) {
    const at = random.int(0, sentences.length - 2);
    put('sentences', { start: sentences[at]?.start ?? 0, end: sentences[at + 1]?.end ?? 0 });
  }
  for (let k = 0; k < 8; k++) {
    const edge = text.indexOf('\n', random.int(0, text.length));
    const before = words.filter((word) => word.end <= edge).at(-random.int(2, 12));
    const after = words.filter((word) => word.start > edge)[random.int(1, 11)];
    if (edge > 0 && before && after) put('across', { start: before.start, end: after.end });
  }
  for (const span of random.shuffle(repeated(text, words)).slice(0, 24)) put('repeated', span);
  for (let k = 0; targets.length < 124 && k < 400; k++) put('clause', run(random.int(5, 16)));
  return targets;
}

function spansOf(paragraphs: readonly string[]): Span[] {
  let offset = 0;
  return paragraphs.flatMap((paragraph) => {
    const base = offset;
    offset += paragraph.length + 1;
    return sentencesIn(paragraph).map(({ start, end }) => ({ start: base + start, end: base + end }));
  });
}

/** Begins and ends inside words. */
function cut(span: Span | null, random: Random): Span | null {
  if (!span || span.end - span.start < 12) return null;
  return { start: span.start + random.int(1, 2), end: span.end - random.int(1, 2) };
}

/** Two to six words that stand more than once. */
function repeated(text: string, words: readonly Span[]): Span[] {
  const places = new Map<string, Span[]>();
  for (let count = 2; count <= 6; count++) {
    for (let k = 0; k + count <= words.length; k++) {
      const span = { start: words[k]?.start ?? 0, end: words[k + count - 1]?.end ?? 0 };
      const phrase = text.slice(span.start, span.end);
      if (phrase.includes('\n') || phrase.length < 8) continue;
      places.set(phrase, [...(places.get(phrase) ?? []), span]);
    }
  }
  return [...places.values()].filter((spans) => spans.length > 1).flat();
}
