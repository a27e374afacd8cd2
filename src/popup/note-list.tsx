import type { Place } from '../contract';
import type { Annotation } from '../core/annotation';
import { t } from '../i18n/messages';
import { placeName } from './places';

interface NoteListProps {
  annotations: Annotation[];
  placeOf: (id: string) => Place | null;
  goTo: (id: string) => void;
}

/** The reader's highlights and notes on this article, in the order given. */
export function NoteList({ annotations, placeOf, goTo }: NoteListProps) {
  if (annotations.length === 0) return null;
  return (
    <section class="notes" aria-label={t('popup_your_notes')}>
      <h2>{t('popup_your_notes')}</h2>
      <ul>
        {annotations.map(({ id, target, color, note }) => {
          const place = placeOf(id);
          const away = place && placeName(place);
          return (
            <li key={id} style={`--swatch: var(--${color})`}>
              <blockquote>
                {target.kind === 'words' ? target.quote.exact : t('popup_on_claim', { statement: target.statement })}
              </blockquote>
              {note && <p dir="auto">{note}</p>}
              <p class="small quiet">
                {away}
                {place === 'found' && (
                  <button type="button" class="link small" onClick={() => goTo(id)}>
                    {t('popup_show')}
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
