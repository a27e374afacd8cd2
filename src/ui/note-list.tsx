import type { Annotation } from '../core/annotation';
import type { Place } from '../core/place';
import { t } from '../i18n/messages';
import { NoteField, type Writing } from './note-field';
import { NoteItem, type NotePointing } from './note-item';

interface NoteListProps extends NotePointing {
  annotations: Annotation[];
  placeOf: (id: string) => Place | null;
  goTo: (id: string) => void;
  /** Where a note goes; without it notes are shown and not to be written. */
  writingOn?: (annotation: Annotation) => Writing;
}

/** The reader's highlights and notes on this article, in the order given. */
export function NoteList({ annotations, placeOf, goTo, writingOn, point, pointed }: NoteListProps) {
  if (annotations.length === 0) return null;
  return (
    <section class="notes" aria-label={t('popup_your_notes')}>
      <h2>{t('popup_your_notes')}</h2>
      <ul>
        {annotations.map((annotation) => {
          const { id, target, color, note } = annotation;
          return (
            <NoteItem key={id} id={id} color={color} place={placeOf(id)} goTo={goTo} point={point} pointed={pointed}>
              <blockquote>
                {target.kind === 'words' ? target.quote.exact : t('popup_on_claim', { statement: target.statement })}
              </blockquote>
              {writingOn ? (
                <NoteField label={t('card_note')} text={note} {...writingOn(annotation)} />
              ) : (
                note && <p dir="auto">{note}</p>
              )}
            </NoteItem>
          );
        })}
      </ul>
    </section>
  );
}
