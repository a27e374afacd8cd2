/**
 * Whether one word becomes the other by so many slips at most: a letter left out, added, wrong, or two swapped.
 * Optimal string alignment distance (https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance), row by row, given
 * up as soon as a row holds nothing small enough.
 */
export function isNear(a: string, b: string, slips: number): boolean {
  if (Math.abs(a.length - b.length) > slips) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > slips) return false;
    before = last;
    last = row;
  }
  return (last[b.length] ?? 0) <= slips;
}

/** Which letters and digits a folded word holds, a bit for each of 32 kinds: what can be told of a slip without counting. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/** False for words whose letters alone are too far apart: a slip brings in one kind at most, and takes away one. */
export const mayBeNear = (letters: number, others: number, slips: number): boolean =>
  kindsIn(letters & ~others) <= slips && kindsIn(others & ~letters) <= slips;

function kindsIn(letters: number): number {
  let count = 0;
  for (let left = letters; left !== 0; left &= left - 1) count++;
  return count;
}
