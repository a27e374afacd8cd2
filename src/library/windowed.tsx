import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

interface WindowedProps<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Pixels an item is thought to be high until it has been seen. */
  estimate: (item: T) => number;
  /** An item that is to be on view, and anew whenever the object changes. */
  target: { index: number } | null;
  /** Called when the target is on the page. */
  reached: (element: HTMLElement) => void;
  children: (item: T, index: number) => ComponentChildren;
}

/** Pixels above and below the window in which items stand ready. */
const MARGIN = 400;
/** Milliseconds a list has to stand before they do: a search in writing makes a new list with every key. */
const REST = 60;

/**
 * A list of which only what is near the window is on the page, between two spaces as high as the rest. Heights are
 * measured as items appear; the browser's scroll anchoring keeps what is on view where it is.
 */
export function Windowed<T>({ items, keyOf, estimate, target, reached, children }: WindowedProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  /** Of each item, by its key: as thought, and once it has been seen as it is. */
  const heights = useRef(new Map<string, number>());
  const [measured, redraw] = useState(0);
  const [view, setView] = useState({ top: 0, bottom: 900 });
  const [rested, setRested] = useState<readonly T[] | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(items), REST);
    return () => clearTimeout(timer);
  }, [items]);
  const tops = useMemo(
    () =>
      topsOf(items, (item) => {
        const key = keyOf(item);
        const known = heights.current.get(key);
        if (known !== undefined) return known;
        const height = estimate(item);
        heights.current.set(key, height);
        return height;
      }),
    [items, measured],
  );
  const aimed = target && items[target.index] !== undefined ? target.index : null;
  // What the reader is in stays on the page, whatever comes.
  const margin = rested === items || box.current?.contains(document.activeElement) ? MARGIN : 0;
  const from = indexAt(tops, view.top - margin);
  const to = Math.min(items.length, indexAt(tops, view.bottom + margin) + 1);
  const tell = useRef(reached);
  tell.current = reached;

  useLayoutEffect(() => {
    const look = () => {
      const top = -(box.current?.getBoundingClientRect().top ?? 0);
      const bottom = top + innerHeight;
      const isNear = (a: number, b: number) => Math.abs(a - b) < MARGIN / 4;
      setView((seen) =>
        isNear(seen.top, top) && isNear(seen.bottom, bottom) && seen.top !== 0 ? seen : { top, bottom },
      );
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, []);
  // What has come onto the page is measured once it is laid out, and again when it grows.
  useEffect(() => {
    const observer = new ResizeObserver((entries) => {
      let changed = false;
      for (const { target: element } of entries) {
        const key = (element as HTMLElement).dataset.key ?? '';
        const height = element.getBoundingClientRect().height;
        if (height === 0 || Math.abs((heights.current.get(key) ?? -1) - height) < 1) continue;
        heights.current.set(key, height);
        changed = true;
      }
      if (changed) redraw((n) => n + 1);
    });
    for (const element of box.current?.querySelectorAll(':scope > [data-key]') ?? []) observer.observe(element);
    return () => observer.disconnect();
  }, [items, from, to]);
  // Brings the target on view: first roughly, so that it comes onto the page, then exactly.
  useLayoutEffect(() => {
    if (aimed === null || !box.current) return;
    if (aimed < from || aimed >= to) {
      const top = box.current.getBoundingClientRect().top + window.scrollY + (tops[aimed] ?? 0);
      window.scrollTo({ top: top - innerHeight / 3 });
      setView({ top: (tops[aimed] ?? 0) - innerHeight / 3, bottom: (tops[aimed] ?? 0) + innerHeight });
      return;
    }
    const element = box.current.querySelector<HTMLElement>(`:scope > [data-index="${aimed}"] > *`);
    if (!element) return;
    element.scrollIntoView({ block: 'nearest' });
    tell.current(element);
  }, [target, from, to]);

  // Not drawn again when only heights have changed, or the list has come to rest.
  const drawn = useMemo(
    () =>
      items.slice(from, to).map((item, i) => (
        <div key={keyOf(item)} data-key={keyOf(item)} data-index={from + i}>
          {children(item, from + i)}
        </div>
      )),
    [items, from, to, children],
  );
  return (
    <div ref={box} class="windowed">
      <div style={`height: ${tops[from] ?? 0}px`} />
      {drawn}
      <div style={`height: ${(tops[items.length] ?? 0) - (tops[to] ?? 0)}px`} />
    </div>
  );
}

/** Where each item begins, and at the end where the last one ends. */
function topsOf<T>(items: readonly T[], heightOf: (item: T) => number): Float64Array {
  const tops = new Float64Array(items.length + 1);
  for (let i = 0; i < items.length; i++) tops[i + 1] = (tops[i] ?? 0) + heightOf(items[i] as T);
  return tops;
}

/** The item at a height. */
function indexAt(tops: Float64Array, y: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
