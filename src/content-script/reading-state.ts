import type { ReportedSighting } from '../contract/background';
import type { ReadingState } from '../contract/page';
import { markId } from './mark';
import type { Reading } from './reading';

/** How a reading stands, for popup and panel. */
export const stateOf = ({ article, original, marks, page, partlyShown }: Reading): ReadingState => ({
  article: { key: article.address.key, headline: article.headline, copyOf: original?.key ?? null },
  partlyShown,
  places: Object.fromEntries(
    marks
      .filter((mark) => mark.wanted && mark.kind !== 'echo')
      .map((mark) => [
        markId(mark),
        { place: mark.place, at: mark.span && page && mark.span.start / page.text.length },
      ]),
  ),
});

/** How the quotes of the reader's highlights were found, for the library. What the page does not show says nothing of its words. */
export function sightingsOf({ marks, page }: Reading): ReportedSighting[] {
  const text = page?.text ?? '';
  return marks.flatMap((mark): ReportedSighting[] => {
    if (mark.kind !== 'annotation' || mark.annotation.target.kind !== 'words') return [];
    const { id } = mark.annotation;
    if (!mark.span) return mark.place === 'not found' ? [{ id, outcome: 'not found' }] : [];
    const { start, end } = mark.span;
    const seen = { id, start: start / text.length };
    if (mark.changes.length === 0) return [{ ...seen, outcome: 'found' }];
    return [{ ...seen, outcome: 'edited', words: text.slice(start, end).replace(/\s+/gu, ' ') }];
  });
}
