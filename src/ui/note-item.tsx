import type { ComponentChildren } from 'preact';
import type { Color } from '../core/annotation';
import type { Place } from '../core/place';
import { t } from '../i18n/messages';
import { placeName } from './places';

export interface NotePointing {
  /** Called when mouse or focus come onto a note, with its id, and when they go. */
  point?: ((id: string | null) => void) | undefined;
  /** The note whose words are pointed at on the page. */
  pointed?: string | null | undefined;
}

interface NoteItemProps extends NotePointing {
  id: string;
  color: Color;
  /** Where its words are on the page; `null` while that is not known, or when it is not looked for. */
  place: Place | null;
  goTo: (id: string) => void;
  children: ComponentChildren;
}

/** A note in a list, in the color of its highlight, with the way to its words; it stands out while they are pointed at on the page. */
export function NoteItem({ id, color, place, goTo, children, point, pointed }: NoteItemProps) {
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
      {place && (
        <p class="small quiet">
          {placeName(place)}
          {place === 'found' && (
            <button type="button" class="link small" onClick={() => goTo(id)}>
              {t('popup_show')}
            </button>
          )}
        </p>
      )}
    </li>
  );
}
