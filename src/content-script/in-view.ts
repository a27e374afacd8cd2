import { type Mark, markId } from './mark';

/** Where the words of a claim stand, in viewport pixels. */
export interface Standing {
  id: string;
  top: number;
  bottom: number;
}

/** Where the words of marks stand in the view. */
export const standingsOf = (marks: Mark[]): Standing[] =>
  marks.flatMap((mark) => {
    const lines = mark.ranges.map((range) => range.getBoundingClientRect()).filter(({ height }) => height > 0);
    if (lines.length === 0) return [];
    const top = Math.min(...lines.map((line) => line.top));
    return [{ id: markId(mark), top, bottom: Math.max(...lines.map((line) => line.bottom)) }];
  });

/** How far down the view the reader is taken to read, from 0 to 1. */
const READING_LINE = 0.3;

/**
 * The claim the reader is at: of those on view the one at the reading line, else the last that begins above it, else the
 * first below it. `null` when none is on view.
 * @param standings the claims whose words stand on the page
 * @param top what a fixed head leaves of the view, and `bottom` its end, in viewport pixels
 */
export function claimInView(standings: Standing[], top: number, bottom: number): string | null {
  const line = top + READING_LINE * (bottom - top);
  const onView = standings.filter((one) => one.bottom > top && one.top < bottom).sort((a, b) => a.top - b.top);
  const begun = onView.filter((one) => one.top <= line);
  return (begun.find((one) => one.bottom >= line) ?? begun.at(-1) ?? onView[0])?.id ?? null;
}
