import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Pixels between what stays at the head and what is scrolled to. */
const AIR = 8;

/** Keeps what a page scrolls to from coming to stand under an element that stays at its head, however many rows that has. */
export function useHeadroom(head: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = head.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      document.documentElement.style.scrollPaddingBlockStart = `${element.offsetHeight + AIR}px`;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
}
