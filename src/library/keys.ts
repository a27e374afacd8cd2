import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Key } from '../i18n/messages';

/** What each key does, as the help shows it. Letters stand for themselves wherever nothing is being typed. */
export const KEYS: [string, Key][] = [
  ['j, k', 'library_key_move'],
  ['o, Enter', 'library_key_open'],
  ['e', 'library_key_note'],
  ['t', 'library_key_tag'],
  ['1 – 5', 'library_key_color'],
  ['x, Shift+X', 'library_key_select'],
  ['a', 'library_key_all'],
  ['Delete', 'library_key_delete'],
  ['u, Shift+U', 'library_key_undo'],
  ['/', 'library_key_search'],
  ['Esc', 'library_key_leave'],
  ['?', 'library_key_help'],
];

/** Runs a deed for each key pressed outside of fields and dialogs. @param deeds by `event.key`; false lets the key pass */
export function useKeys(deeds: Record<string, (event: KeyboardEvent) => unknown>): void {
  const latest = useRef(deeds);
  latest.current = deeds;
  // As soon as the page is drawn it is also heard.
  useLayoutEffect(() => {
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
