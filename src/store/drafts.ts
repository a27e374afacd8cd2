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
 * Texts on their way to the library, or refused by it, by claim or annotation. They stand in `localStorage`, which is
 * written at once: IndexedDB does not finish for a panel that is closed the moment after a word was typed.
 */
export const drafts = {
  get: (id: string): Draft | undefined => read()[id],
  all: (): [string, Draft][] => Object.entries(read()),
  put: (id: string, draft: Draft): void => save({ ...read(), [id]: draft }),
  /** Forgets a draft, unless another has taken its place. */
  drop(id: string, draft: Draft): void {
    const { [id]: present, ...others } = read();
    if (present?.text === draft.text) save(others);
  },
};

function read(): Record<string, Draft> {
  return JSON.parse(localStorage.getItem(NAME) ?? '{}') as Record<string, Draft>;
}

function save(all: Record<string, Draft>): void {
  if (Object.keys(all).length === 0) localStorage.removeItem(NAME);
  else localStorage.setItem(NAME, JSON.stringify(all));
}
