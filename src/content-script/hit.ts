import type { PageText } from '../anchoring/page-text';
import { offsetOf } from '../anchoring/ranges';
import { linesOf, type Mark } from './mark';

/** The marks under a point of the viewport, the shortest first: of two that overlap the finer one is meant, or the reader's own. */
export function marksAt(x: number, y: number, marks: Mark[], page: PageText): Mark[] {
  const caret = document.caretPositionFromPoint(x, y);
  if (!caret || !(caret.offsetNode instanceof Text)) return [];
  const offset = offsetOf(page, caret.offsetNode, caret.offset);
  return marks
    .filter((mark) => mark.span && mark.span.start <= offset && offset <= mark.span.end)
    .filter((mark) => linesOf(mark).some((line) => contains(line, x, y)))
    .sort((a, b) => length(a) - length(b) || Number(a.kind === 'shared') - Number(b.kind === 'shared'));
}

const contains = (box: DOMRect, x: number, y: number): boolean =>
  box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;

const length = ({ span }: Mark): number => (span ? span.end - span.start : 0);
