import type { Mark } from './mark';

/**
 * Brings the words of a mark into view. The keyboard focus stays where it is, but the next Tab on the page goes on from
 * the words, unless the reader has selected something.
 */
export function showWords(mark: Mark): void {
  const [range] = mark.ranges;
  if (!range) return;
  scrollToMark(mark);
  const selection = getSelection();
  if (selection?.isCollapsed !== false) selection?.collapse(range.startContainer, range.startOffset);
}

/** Scrolls the words of a mark into the upper part of the view, below whatever head the page keeps fixed there. */
export function scrollToMark(mark: Mark): void {
  const [range] = mark.ranges;
  if (!range) return;
  const element = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  // Scrolls nested scrollers too; the window is set right after.
  element?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const top = range.getBoundingClientRect().top;
  const headroom = fixedHead();
  const wanted = headroom + Math.min(160, 0.2 * (innerHeight - headroom));
  if (top >= headroom + 8 && top <= 0.6 * innerHeight) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  window.scrollBy({ top: top - wanted, behavior: calm ? 'instant' : 'smooth' });
}

/** The height, in pixels, of what stays at the top of the window when the page scrolls. */
export function fixedHead(): number {
  let head = 0;
  for (const element of document.elementsFromPoint(innerWidth / 2, 1)) {
    const { position } = getComputedStyle(element);
    const { bottom } = element.getBoundingClientRect();
    if ((position === 'fixed' || position === 'sticky') && bottom < innerHeight / 2) head = Math.max(head, bottom);
  }
  return head;
}
