import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { linesOf, type Mark } from './mark';
import { type Box, type CardPlace, placeCard } from './place-card';
import { fixedHead } from './scroll';

/** The box around the words of a mark in the host's coordinates; `null` when they have left the page. */
export function wordsBox(lines: DOMRect[], origin: DOMRect): Box | null {
  const seen = lines.filter((line) => line.width > 0 && line.height > 0);
  if (seen.length === 0) return null;
  const left = Math.min(...seen.map((line) => line.left));
  const top = Math.min(...seen.map((line) => line.top));
  const right = Math.max(...seen.map((line) => line.right));
  const bottom = Math.max(...seen.map((line) => line.bottom));
  return { left: left - origin.left, top: top - origin.top, width: right - left, height: bottom - top };
}

/** The part of the document in view, in the host's coordinates. */
export function viewBox(origin: DOMRect): Box {
  const { clientWidth, clientHeight } = document.documentElement;
  return {
    left: -origin.left,
    top: -origin.top,
    width: clientWidth,
    height: Math.min(clientHeight, window.innerHeight),
  };
}

/** The view without what the page keeps fixed at its top. */
function readableView(origin: DOMRect): Box {
  const view = viewBox(origin);
  const head = fixedHead();
  return { ...view, top: view.top + head, height: view.height - head };
}

/** The box of the block that the words stand in. */
function columnBox(mark: Mark, words: Box, origin: DOMRect): Box {
  const block = mark.ranges[0]?.startContainer.parentElement?.closest('p,li,blockquote,div,section');
  return (block && wordsBox([block.getBoundingClientRect()], origin)) ?? words;
}

/** Keeps a card beside the words of a mark: when it appears, grows, and whenever the page moves under it. */
export function useCardPlace(card: RefObject<HTMLElement | null>, mark: Mark): void {
  const placed = useRef('');
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    const place = () => {
      const origin = originOf(element);
      const words = wordsBox(linesOf(mark), origin);
      if (!words) return;
      const rem = Number.parseFloat(getComputedStyle(element).getPropertyValue('--rem')) || 16;
      const column = columnBox(mark, words, origin);
      const wish = { width: 24.5 * rem, height: element.scrollHeight + 4 };
      // Once placed it stays, scrolling with its words, until they move in the document or it or the window changes.
      const key = JSON.stringify([words, wish, innerWidth, innerHeight]);
      if (key === placed.current) return;
      placed.current = key;
      const bottom =
        Math.max(document.documentElement.scrollHeight, document.body?.scrollHeight ?? 0) - origin.top - window.scrollY;
      apply(element, placeCard(words, column, readableView(origin), wish, bottom));
    };
    place();
    const observer = new ResizeObserver(place);
    for (const part of element.children) observer.observe(part);
    const onScroll = (event: Event) => {
      if (event.target !== document && event.target !== element) place();
    };
    window.addEventListener('resize', place);
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', place);
      document.removeEventListener('scroll', onScroll, { capture: true });
    };
  });
}

function apply(element: HTMLElement, { left, top, width, maxHeight }: CardPlace): void {
  Object.assign(element.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    maxHeight: `${maxHeight}px`,
  });
}

/** Keeps a small part just under (or, at the end of the view, over) the end of some lines. */
export function useSmallPlace(part: RefObject<HTMLElement | null>, lines: () => DOMRect[]): void {
  useLayoutEffect(() => {
    const element = part.current;
    const last = lines()
      .filter((line) => line.width > 0)
      .at(-1);
    if (!element || !last) return;
    const origin = originOf(element);
    const view = viewBox(origin);
    const { width, height } = element.getBoundingClientRect();
    const left = last.right - origin.left - width / 2;
    const under = last.bottom - origin.top + 8;
    const first = lines()[0] ?? last;
    const over = first.top - origin.top - 8 - height;
    const top = under + height > view.top + view.height && over > view.top ? over : under;
    element.style.left = `${Math.max(view.left + 8, Math.min(left, view.left + view.width - width - 8))}px`;
    element.style.top = `${top}px`;
  });
}

function originOf(element: Element): DOMRect {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host.getBoundingClientRect() : new DOMRect();
}
