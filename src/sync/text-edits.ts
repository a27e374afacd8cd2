/** A piece of a text to be replaced: `remove` UTF-16 units at `at` give way to `insert`. */
export interface TextEdit {
  at: number;
  remove: number;
  insert: string;
}

/** Between texts that differ in more words than this, the whole stretch is one edit: the table below grows with the square. */
const MOST_WORDS = 600;

/**
 * The edits that make one text of another, word by word (longest common subsequence), the last one first, so that each
 * stands where it says when they are done in order. The fewer words are touched, the less of what another device writes
 * at the same time is torn apart; and never a part of a word: of "colour" made "colors" here and deleted there, "s" would
 * be left. Both texts are well-formed.
 */
export function editsBetween(before: string, after: string): TextEdit[] {
  const a = tokens(before);
  const b = tokens(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const offset = length(a, 0, start);
  const [middleA, middleB] = [a.slice(start, endA), b.slice(start, endB)];
  const long = middleA.length > MOST_WORDS || middleB.length > MOST_WORDS;
  const edits = long ? [{ from: 0, to: middleA.length, insert: middleB.join('') }] : spans(middleA, middleB);
  return edits
    .map(({ from, to, insert }) => ({
      at: offset + length(middleA, 0, from),
      remove: length(middleA, from, to),
      insert,
    }))
    .reverse();
}

/**
 * Words, and what stands between them; where a language writes without spaces, its characters. Not `Intl.Segmenter`: in
 * Chromium it takes the square of a text's length (8 s for 20,000 words).
 */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[\p{L}\p{M}\p{N}]+|\s+|./gsu;
const tokens = (text: string): string[] => text.match(TOKEN) ?? [];

const length = (words: string[], from: number, to: number): number =>
  words.slice(from, to).reduce((sum, word) => sum + word.length, 0);

/** Stretches of `a` that are not in the longest common subsequence, each with what stands in `b` instead. */
function spans(a: string[], b: string[]): { from: number; to: number; insert: string }[] {
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: { from: number; to: number; insert: string }[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
      continue;
    }
    const span = { from: i, to: i, insert: '' };
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) i++;
      else span.insert += b[j++] ?? '';
    }
    found.push({ ...span, to: i });
  }
  return found;
}
