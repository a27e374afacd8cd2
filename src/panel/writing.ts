import { askPage } from '../contract/page';
import type { Annotation } from '../core/annotation';
import type { StanceClaim } from '../core/stance';
import { annotationById, annotationsOf, changeAnnotation, writeClaimNote } from '../store/annotations';
import { drafts, type NotePlace } from './drafts';

/** The text of a note as the reader left it. */
export const textOf = (id: string, kept: string): string => drafts.get(id)?.text ?? kept;

/** Keeps a note on a claim. Until that is done, and when it fails, the text stays among the drafts. */
export const writeOnClaim = (keys: string[], claim: StanceClaim, text: string, tabId: number): Promise<void> =>
  write({ keys, claim }, text, tabId);

/** Keeps the note of a highlight. */
export const writeOnAnnotation = ({ id }: Annotation, text: string, tabId: number): Promise<void> =>
  write({ annotationId: id }, text, tabId);

async function write(place: NotePlace, text: string, tabId: number): Promise<void> {
  const draft = { place, text, at: Date.now() };
  drafts.put(idOf(place), draft);
  await store(place, text);
  drafts.drop(idOf(place), draft);
  // The page's own card shows the same note.
  askPage(tabId, 'refresh', {}).catch(() => undefined);
}

/** Keeps what a panel that was closed or failed has left. A note that was written on since takes the draft in at its end. */
export async function keepDrafts(): Promise<void> {
  for (const [id, draft] of drafts.all()) {
    const kept = await keptAt(draft.place);
    const newer = kept !== undefined && kept.updated > draft.at;
    if (!newer) await store(draft.place, draft.text);
    else if (!kept.note.includes(draft.text)) await store(draft.place, `${kept.note}\n${draft.text}`);
    drafts.drop(id, draft);
  }
}

async function keptAt(place: NotePlace): Promise<Annotation | undefined> {
  if ('annotationId' in place) return annotationById(place.annotationId);
  const standing = await annotationsOf(place.keys);
  return standing.find(({ target }) => target.kind === 'claim' && target.claimId === place.claim.claimId);
}

async function store(place: NotePlace, note: string): Promise<void> {
  if ('annotationId' in place) await changeAnnotation(place.annotationId, { note });
  else await writeClaimNote(place.keys, place.claim, note);
}

const idOf = (place: NotePlace): string => ('annotationId' in place ? place.annotationId : place.claim.claimId);
