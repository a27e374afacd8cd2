import type { Span } from '../../src/core/quote';

/** A made-up page and passages of it: the same for everybody who is measured. */
export interface Workload {
  paragraphs: string[];
  /** Places in the saved text (paragraphs joined by newlines). */
  spans: Span[];
  /** The page as it is now: half of the passages have a word edited. */
  now: string[];
}

const SYLLABLES = 'ba re ti mo lu ka ne so di va pe ru zi fa go hi ja ko ly mi no qua sta tre wen xi'.split(' ');

/** Words by Zipf's law, sentences of 8 to 30 words, paragraphs of 3 to 6 sentences: `words` of them, and so many spans. */
export function workload(words: number, quotes: number): Workload {
  let state = 12345;
  const next = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) / 0x1000000;
  };
  const vocabulary = Array.from({ length: 9000 }, (_, rank) => {
    let word = '';
    const length = rank < 60 ? 1 : 1 + Math.floor(next() * 4);
    for (let k = 0; k < length; k++) word += SYLLABLES[Math.floor(next() * SYLLABLES.length)];
    return word;
  });
  const zipf = (): string => vocabulary[Math.floor(vocabulary.length ** next()) - 1] ?? 'a';
  const paragraphs: string[] = [];
  for (let count = 0; count < words; ) {
    const sentences: string[] = [];
    for (let s = 3 + Math.floor(next() * 4); s > 0; s--) {
      const sentence = Array.from({ length: 8 + Math.floor(next() * 23) }, zipf);
      count += sentence.length;
      const text = sentence.join(' ');
      sentences.push(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
    }
    paragraphs.push(sentences.join(' '));
  }
  const spans: Span[] = [];
  const now = [...paragraphs];
  let offset = 0;
  const offsets = paragraphs.map((paragraph) => {
    const at = offset;
    offset += paragraph.length + 1;
    return at;
  });
  for (let k = 0; k < quotes; k++) {
    const p = Math.floor(((k + 0.5) * paragraphs.length) / quotes);
    const paragraph = paragraphs[p] ?? '';
    const all = Array.from(paragraph.matchAll(/\w+/g));
    const length = 4 + Math.floor(next() * 20);
    const first = Math.floor(next() * Math.max(1, all.length - length));
    const from = all[first]?.index ?? 0;
    const lastWord = all[Math.min(all.length - 1, first + length - 1)];
    const to = (lastWord?.index ?? 0) + (lastWord?.[0].length ?? 0);
    spans.push({ start: (offsets[p] ?? 0) + from, end: (offsets[p] ?? 0) + to });
    if (k % 2 === 1 && now[p] === paragraph) {
      const edited = all[first + Math.floor(length / 2)];
      if (edited)
        now[p] = `${paragraph.slice(0, edited.index)}edited${paragraph.slice(edited.index + edited[0].length)}`;
    }
  }
  return { paragraphs, spans, now };
}
