import type { ComponentChildren } from 'preact';
import { THREE_COLUMNS, useRoom } from '../ui/use-room';

/** A part of the side: under its heading where there is room, folded away where it would keep the reader from the list. */
export function SidePart({ title, children }: { title: string; children: ComponentChildren }) {
  if (useRoom(THREE_COLUMNS)) {
    return (
      <>
        <h2>{title}</h2>
        {children}
      </>
    );
  }
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
