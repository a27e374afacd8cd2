import type { ComponentChildren } from 'preact';
import type { Color } from '../core/annotation';

export interface NotePointing {
  /** Called when mouse or focus come onto a note, with its id, and when they go. */
  point?: ((id: string | null) => void) | undefined;
  /** The note whose words are pointed at on the page. */
  pointed?: string | null | undefined;
}

/** A note in a list, in the color of its highlight; it stands out while its words on the page are pointed at. */
export function NoteItem(props: { id: string; color: Color; children: ComponentChildren } & NotePointing) {
  const { id, color, children, point, pointed } = props;
  return (
    <li
      class={id === pointed ? 'pointed' : ''}
      style={`--swatch: var(--${color})`}
      onPointerEnter={() => point?.(id)}
      onPointerLeave={() => point?.(null)}
      onFocusIn={() => point?.(id)}
      onFocusOut={() => point?.(null)}
    >
      {children}
    </li>
  );
}
