import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Takes the focus along when the reader adds to a list or takes something out of it: to the first field of what was
 * added, or to the button that adds. Else it would stay behind what was added, or be lost with what is gone.
 * @param count how many stand in the list, which is the element of the returned reference
 */
export function useFocusAlong<Box extends HTMLElement>(count: number): RefObject<Box | null> {
  const box = useRef<Box>(null);
  const before = useRef(count);
  useLayoutEffect(() => {
    if (count > before.current) {
      const added = box.current?.querySelectorAll(':scope > .written');
      added?.[added.length - 1]?.querySelector('input')?.focus();
    } else if (count < before.current) box.current?.querySelector<HTMLElement>(':scope > button')?.focus();
    before.current = count;
  }, [count]);
  return box;
}
