/** A text that was made of another by replacing what stands between two places. */
interface Edit {
  /** The first character that differs, and the first after it that is the same again, in the text it was made of. */
  start: number;
  end: number;
  /** What stands there now. */
  put: string;
}

/**
 * Joins two edits of one text, made in two places at once, so that no word that either wrote is lost. Where they touch
 * different parts, both are done; where both put something in at one place, both stand there; else both texts stand, one
 * after the other. It is a three-way merge as in diff3, each side taken as one replaced stretch of whole words: edits of
 * a note are made a moment apart.
 * @param base the text both were made of
 * @param theirs what was kept meanwhile
 * @param mine what is to be kept now
 */
export function mergeNotes(base: string, theirs: string, mine: string): string {
  if (theirs === base || theirs === mine) return mine;
  if (mine === base) return theirs;
  const [a, b] = [editOf(base, theirs), editOf(base, mine)];
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  const isSamePlace = a.start === b.start && a.end === b.end;
  if (first.end <= second.start && !isSamePlace) {
    const between = base.slice(first.end, second.start);
    return base.slice(0, first.start) + first.put + between + second.put + base.slice(second.end);
  }
  if (mine.includes(theirs)) return mine;
  if (theirs.includes(mine)) return theirs;
  if (isSamePlace && a.start === a.end) return base.slice(0, a.start) + inTurn(a.put, b.put) + base.slice(a.end);
  return inTurn(theirs, mine);
}

const inTurn = (one: string, other: string): string =>
  /\s$/.test(one) || /^\s/.test(other) ? one + other : `${one}\n\n${other}`;

function editOf(from: string, to: string): Edit {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  while (!isBreak(from, start) || !isBreak(to, start)) start--;
  let same = 0;
  while (same < shorter - start && from[from.length - 1 - same] === to[to.length - 1 - same]) same++;
  while (!isBreak(from, from.length - same) || !isBreak(to, to.length - same)) same--;
  return { start, end: from.length - same, put: to.slice(start, to.length - same) };
}

/** Whether no word goes across a place. */
const isBreak = (text: string, at: number): boolean =>
  at === 0 || at === text.length || /\s/.test(text.slice(at - 1, at + 1));
