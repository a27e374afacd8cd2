import { askPage } from '../contract/page';
import { drafts, type NotePlace } from '../store/drafts';
import { writeNote } from '../store/keep-drafts';
import type { Writing } from '../ui/note-field';

/** Where a note written in the panel goes; the page's own card shows the same one. */
export const writingOn = (place: NotePlace, tabId: number): Writing => ({
  draft: (text) => drafts.put(place, text),
  drafted: () => drafts.of(place),
  async save(text, from) {
    const kept = await writeNote(place, text, from);
    askPage(tabId, 'refresh', {}).catch(() => undefined);
    return kept;
  },
});
