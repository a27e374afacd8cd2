import type { StanceClaim } from '../core/stance';

/** What a note is on: a claim of an article known by these keys, or a highlight. */
export type NotePlace = { keys: string[]; claim: StanceClaim } | { annotationId: string };

/** A text on its way to the library. */
interface Draft {
  place: NotePlace;
  text: string;
  /** Milliseconds since 1970. */
  at: number;
}

const NAME = 'counterpoint-drafts';

/**
 * Texts on their way to the library, or refused by it. They stand in `localStorage`, which is written at once: IndexedDB
 * does not finish for a page that is closed the moment after a word was typed. For pages of the extension only.
 */
export const drafts = {
  /** The text that is on its way to a place. */
  of: (place: NotePlace): string | undefined => read()[idOf(place)]?.text,
  all: (): Draft[] => Object.values(read()),
  put: (place: NotePlace, text: string): void => save({ ...read(), [idOf(place)]: { place, text, at: Date.now() } }),
  /** Forgets a text that is kept now, unless the reader has typed on. */
  drop(place: NotePlace, text: string): void {
    const { [idOf(place)]: present, ...others } = read();
    if (present?.text === text) save(others);
  },
};

const idOf = (place: NotePlace): string => ('annotationId' in place ? place.annotationId : place.claim.claimId);

function read(): Record<string, Draft> {
  return JSON.parse(localStorage.getItem(NAME) ?? '{}') as Record<string, Draft>;
}

function save(all: Record<string, Draft>): void {
  if (Object.keys(all).length === 0) localStorage.removeItem(NAME);
  else localStorage.setItem(NAME, JSON.stringify(all));
}
