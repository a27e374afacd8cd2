import type { Annotation } from '../core/annotation';
import { annotationById, annotationsOf, changeAnnotation, writeClaimNote } from './annotations';
import { drafts, type NotePlace } from './drafts';
import { library } from './library';

/**
 * Keeps a note, whose text is a draft no longer then.
 * @param from the text it was made of
 * @returns the note as it is kept
 */
export async function writeNote(place: NotePlace, text: string, from: string): Promise<string> {
  const kept = await store(place, text, from);
  drafts.drop(place, text);
  return kept;
}

/**
 * Keeps what a page that was closed, or that failed, has left. Where the note was changed since, no text is lost: one
 * that holds the other stands, else both do. What cannot be kept waits for the next time, and keeps no other waiting.
 */
export async function keepDrafts(): Promise<void> {
  for (const { place, text, at } of drafts.all()) {
    try {
      // One transaction: what another page writes meanwhile comes before or after it, and is not overwritten unread.
      await library.transaction('rw', library.annotations, async () => {
        const kept = await keptAt(place);
        await store(place, kept && kept.updated > at ? joined(kept.note, text) : text);
      });
      drafts.drop(place, text);
    } catch (error) {
      console.warn('A draft waits for the next time:', error);
    }
  }
}

const joined = (kept: string, draft: string): string =>
  kept.includes(draft) ? kept : draft.includes(kept) ? draft : `${kept}\n${draft}`;

async function keptAt(place: NotePlace): Promise<Annotation | undefined> {
  if ('annotationId' in place) return annotationById(place.annotationId);
  const standing = await annotationsOf(place.keys);
  return standing.find(({ target }) => target.kind === 'claim' && target.claimId === place.claim.claimId);
}

async function store(place: NotePlace, note: string, from?: string): Promise<string> {
  if ('annotationId' in place) return (await changeAnnotation(place.annotationId, { note }, from)).note;
  const kept = await writeClaimNote(place.keys, place.claim, note, from);
  return kept && kept.deleted === null ? kept.note : '';
}
