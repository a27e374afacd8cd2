import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useHeadroom } from './use-headroom';

interface TabsProps<Name extends string> {
  label: string;
  /** In order, each with what it is called. */
  names: [Name, string][];
  chosen: Name;
  choose: (name: Name) => void;
  /** What the chosen tab shows. */
  children: ComponentChildren;
}

/** Tabs after the ARIA pattern (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/): arrows choose, Tab goes on into the view. */
export function Tabs<Name extends string>({ label, names, chosen, choose, children }: TabsProps<Name>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useHeadroom(list);
  const move = (event: KeyboardEvent) => {
    const at = names.findIndex(([name]) => name === chosen);
    // In a panel that is written from right to left the next tab stands to the left.
    const forward = getComputedStyle(event.currentTarget as Element).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? names.length - 1
          : event.key === 'ArrowRight' || event.key === 'ArrowLeft'
            ? (at + (event.key === forward ? 1 : -1) + names.length) % names.length
            : -1;
    const name = names[to]?.[0];
    if (name === undefined) return;
    event.preventDefault();
    choose(name);
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <>
      <div ref={list} class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
        {names.map(([name, words]) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            aria-selected={name === chosen}
            aria-controls={`${id}-view`}
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => choose(name)}
          >
            {words}
          </button>
        ))}
      </div>
      <div class="view" role="tabpanel" id={`${id}-view`} aria-labelledby={`${id}-${chosen}`}>
        {children}
      </div>
    </>
  );
}
