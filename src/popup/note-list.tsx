import type { Place } from '../contract';
import type { Annotation } from '../core/annotation';
import { PLACE_NAMES } from './places';

interface NoteListProps {
  annotations: Annotation[];
  placeOf: (id: string) => Place | null;
  goTo: (id: string) => void;
}

/** The reader's highlights and notes on this article, in the order given. */
export function NoteList({ annotations, placeOf, goTo }: NoteListProps) {
  if (annotations.length === 0) return null;
  return (
    <section class="notes" aria-label="Your notes">
      <h2>Your notes</h2>
      <ul>
        {annotations.map(({ id, target, color, note }) => {
          const place = placeOf(id);
          const away = place && PLACE_NAMES[place];
          return (
            <li key={id} style={`--swatch: var(--${color})`}>
              <blockquote>
                {target.kind === 'words' ? target.quote.exact : `On the claim: ${target.statement}`}
              </blockquote>
              {note && <p>{note}</p>}
              <p class="small quiet">
                {away}
                {place === 'found' && (
                  <button type="button" class="link small" onClick={() => goTo(id)}>
                    Show
                  </button>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
