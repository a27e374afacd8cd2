import { askPage } from '../contract/page';
import { drafts, type NotePlace } from '../store/drafts';
import { writeNote } from '../store/keep-drafts';
import type { Writing } from '../ui/note-field';

/** Where a note written in the panel goes; the page's own card shows the same one. */
export const writingOn = (place: NotePlace, tabId: number): Writing => ({
  draft: (text) => drafts.put(place, text),
  async save(text) {
    await writeNote(place, text);
    askPage(tabId, 'refresh', {}).catch(() => undefined);
  },
});
