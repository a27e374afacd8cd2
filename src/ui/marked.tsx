import { foldText } from '../core/fold';

/** The folded words to mark: those that begin so, and those taken for a word that stands nowhere. */
export interface Matched {
  beginnings: string[];
  near: Set<string>;
}

const WORD = /([\p{L}\p{N}\p{M}]+)/u;

/** A text with the words marked that a search found. */
export function Marked({ text, matched }: { text: string; matched: Matched }) {
  return <>{markWords(text, matched)}</>;
}

/** The same as parts, for texts that stand within others. */
export function markWords(text: string, { beginnings, near }: Matched) {
  if (beginnings.length === 0) return [text];
  return text.split(WORD).map((piece, i) => {
    if (i % 2 === 0) return piece;
    const folded = foldText(piece);
    const hit = near.has(folded) || beginnings.some((beginning) => folded.startsWith(beginning));
    return hit ? <mark key={i}>{piece}</mark> : piece;
  });
}

/** A line of a note stays a line: readers do not know that Markdown wants two spaces at its end. */
export const markLines = (text: string, matched: Matched) =>
  text.split('\n').flatMap((line, i) => (i === 0 ? markWords(line, matched) : [<br />, ...markWords(line, matched)]));
