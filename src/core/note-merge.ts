/** A text that was made of another by replacing what stands between two places. */
interface Edit {
  /** The first character that differs, and the first after it that is the same again, in the text it was made of. */
  start: number;
  end: number;
  /** What stands there now. */
  put: string;
}

/**
 * Joins two edits of one text, made in two places at once, so that nothing that either wrote is lost. Where they
 * touch different parts, both are done; where they touch the same, both texts stand, one after the other. It is a
 * three-way merge as in diff3, each side taken as one replaced stretch: edits of a note are made a moment apart.
 * @param base the text both were made of
 * @param theirs what was kept meanwhile
 * @param mine what is to be kept now
 */
export function mergeNotes(base: string, theirs: string, mine: string): string {
  if (theirs === base || theirs === mine) return mine;
  if (mine === base) return theirs;
  const [a, b] = [editOf(base, theirs), editOf(base, mine)];
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  const touch = first.end > second.start || (first.start === second.start && first.end === second.end);
  if (!touch) {
    return (
      base.slice(0, first.start) + first.put + base.slice(first.end, second.start) + second.put + base.slice(second.end)
    );
  }
  if (mine.includes(theirs)) return mine;
  if (theirs.includes(mine)) return theirs;
  return `${theirs}\n\n${mine}`;
}

function editOf(from: string, to: string): Edit {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  // Between the halves of a surrogate pair nothing can be put.
  if (start > 0 && isHigh(from.charCodeAt(start - 1))) start--;
  let same = 0;
  while (same < shorter - start && from[from.length - 1 - same] === to[to.length - 1 - same]) same++;
  if (same > 0 && isLow(from.charCodeAt(from.length - same))) same--;
  return { start, end: from.length - same, put: to.slice(start, to.length - same) };
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
