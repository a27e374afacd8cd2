import type { Span } from '../core/quote';
import { dom } from './dom';
import type { PageText } from './page-text';
import { isBox } from './visibility';

/** The segment in which the character at `offset` stands; for a break between segments the one before it. */
function segmentAt(page: PageText, offset: number): number {
  let low = 0;
  let high = page.segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((page.segments[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The words of a Span as Ranges in reading order: one, or several where something left out stands between. */
export function rangesOf(page: PageText, span: Span): Range[] {
  const ranges: Range[] = [];
  for (let i = segmentAt(page, span.start); i < page.segments.length; i++) {
    const segment = page.segments[i];
    if (!segment || segment.start >= span.end) break;
    const from = segment.from + Math.max(0, span.start - segment.start);
    const to = Math.min(segment.to, segment.from + span.end - segment.start);
    if (from >= to) continue;
    const last = ranges.at(-1);
    if (last && segment.joined) {
      last.setEnd(segment.node, to);
    } else {
      const range = dom.range();
      range.setStart(segment.node, from);
      range.setEnd(segment.node, to);
      ranges.push(range);
    }
  }
  return ranges;
}

/** The Span that a Range covers of the PageText, without white space at its edges; `null` when it covers none of it. */
export function spanOf(page: PageText, range: Range): Span | null {
  const { startContainer, endContainer } = range;
  // Who selects within a box means its text; who selects beyond one means the article's.
  const isBoxed =
    boxAround(page, startContainer) !== null && boxAround(page, startContainer) === boxAround(page, endContainer);
  const [first, last] = isBoxed ? [page.firstBoxed, page.segments.length] : [0, page.firstBoxed];
  const start = offsetIn(page, startContainer, range.startOffset, first, last);
  const end = offsetIn(page, endContainer, range.endOffset, first, last);
  const words = page.text.slice(start, end);
  const trimmed = words.trim();
  if (trimmed === '') return null;
  const from = start + words.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}

/** The offset in the PageText of a boundary point of the DOM: that of the first character at or after it. */
export function offsetOf(page: PageText, container: Node, offset: number): number {
  const isBoxed = boxAround(page, container) !== null;
  return isBoxed
    ? offsetIn(page, container, offset, page.firstBoxed, page.segments.length)
    : offsetIn(page, container, offset, 0, page.firstBoxed);
}

/** The outermost box around a node, if the page has boxed text at all. */
function boxAround(page: PageText, node: Node): Element | null {
  if (page.firstBoxed === page.segments.length) return null;
  let box: Element | null = null;
  const around = node instanceof Element ? node : dom.parent(node);
  for (let element = around; element && element !== page.root; element = dom.parent(element))
    if (isBox(element)) box = element;
  return box;
}

function offsetIn(page: PageText, container: Node, offset: number, first: number, last: number): number {
  const point = dom.range();
  point.setStart(container, offset);
  let low = first;
  let high = last;
  while (low < high) {
    const middle = (low + high) >> 1;
    const segment = page.segments[middle];
    if (segment && point.comparePoint(segment.node, segment.to) <= 0) low = middle + 1;
    else high = middle;
  }
  const segment = page.segments[low];
  if (low === last) {
    const before = page.segments[last - 1];
    return last > first && before ? before.start + before.to - before.from : page.text.length;
  }
  if (!segment) return page.text.length;
  if (segment.node !== container) return segment.start;
  return segment.start + Math.max(0, Math.min(offset, segment.to) - segment.from);
}
