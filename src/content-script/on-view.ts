import { type Mark, markId } from './mark';
import type { Reading } from './reading';

/** The marks that the reader sees, in reading order. */
export function marksOnView({ marks, terms, opened }: Reading): Mark[] {
  const { showClaims, showEchoes, showHighlights } = opened.settings;
  const shown = { claim: showClaims, echo: showEchoes, annotation: showHighlights, shared: true, term: true };
  return [...marks, ...terms]
    .filter((mark) => mark.span && mark.ranges.length > 0)
    .filter(({ kind }) => shown[kind])
    .sort((a, b) => startOf(a) - startOf(b));
}

/**
 * The mark after (or, with -1, before) one, in a circle.
 *
 * @param marks in reading order
 * @param here where the reader stands: one of them, another mark, or `null` for nowhere
 * @returns `null` when there are no marks
 */
export function nextTo(here: Mark | null, marks: Mark[], by: 1 | -1): Mark | null {
  const at = marks.findIndex((mark) => here && markId(mark) === markId(here));
  if (at !== -1) return marks.at((at + by) % marks.length) ?? null;
  const ends = by === 1 ? marks[0] : marks.at(-1);
  if (!here?.span) return ends ?? null;
  const from = startOf(here);
  const beyond =
    by === 1 ? marks.find((mark) => startOf(mark) >= from) : marks.findLast((mark) => startOf(mark) < from);
  return beyond ?? ends ?? null;
}

const startOf = ({ span }: Mark): number => span?.start ?? 0;
