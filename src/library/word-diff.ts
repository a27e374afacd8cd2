/** A stretch of words of a text before and after an edit. */
export interface DiffPart {
  kind: 'same' | 'gone' | 'new';
  words: string;
}

/** Longer texts are compared as a whole: the table below grows with the square. */
const MOST_WORDS = 600;

/** What became of a text, word by word: the longest common subsequence, the rest gone or new. */
export function diffWords(before: string, after: string): DiffPart[] {
  const a = before.split(/\s+/u).filter(Boolean);
  const b = after.split(/\s+/u).filter(Boolean);
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    return [
      { kind: 'gone', words: before },
      { kind: 'new', words: after },
    ];
  }
  const common = commonTable(a, b);
  const at = (i: number, j: number) => common[i * (b.length + 1) + j] ?? 0;
  const parts: DiffPart[] = [];
  const add = (kind: DiffPart['kind'], word: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.words += ` ${word}`;
    else parts.push({ kind, words: word });
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', a[i++] ?? '');
      j++;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) add('gone', a[i++] ?? '');
    else add('new', b[j++] ?? '');
  }
  return parts;
}

/** Lengths of the longest common subsequence of what follows each pair of places. */
function commonTable(a: string[], b: string[]): Uint16Array {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] =
        a[i] === b[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  return table;
}
