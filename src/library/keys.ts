import { useEffect, useRef } from 'preact/hooks';

/** What each key does, as the help shows it. Letters stand for themselves wherever nothing is being typed. */
export const KEYS = [
  ['j, k', 'next, previous annotation (↓ ↑ on an entry too)'],
  ['o, Enter', 'open the article at the words'],
  ['e', 'write the note'],
  ['t', 'add a tag'],
  ['1 – 5', 'change the color'],
  ['x, Shift+X', 'select; select from the last one to here'],
  ['a', 'select all that were found'],
  ['Delete', 'delete, or restore in the bin'],
  ['u, Shift+U', 'undo, do again'],
  ['/', 'search'],
  ['Esc', 'leave a field; clear the selection'],
  ['?', 'this help'],
] as const;

/** Runs a deed for each key pressed outside of fields and dialogs. @param deeds by `event.key`; false lets the key pass */
export function useKeys(deeds: Record<string, (event: KeyboardEvent) => unknown>): void {
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const undo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
      if (event.defaultPrevented || event.altKey || ((event.ctrlKey || event.metaKey) && !undo)) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('dialog, select, textarea, input:not([type="checkbox"])')) return;
      // Enter and the space bar belong to whatever is focused.
      if (event.key === 'Enter' && target?.closest('a, button, summary, input')) return;
      const name = undo ? (event.shiftKey ? 'U' : 'u') : event.key;
      const deed = Object.hasOwn(latest.current, name) ? latest.current[name] : undefined;
      if (!deed || deed(event) === false) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
