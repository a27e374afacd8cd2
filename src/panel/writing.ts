import { askPage } from '../contract';
import type { Annotation } from '../core/annotation';
import type { StanceClaim } from '../core/stance';
import { changeAnnotation, writeClaimNote } from '../store/annotations';

/** Texts on their way to the library, or refused by it, by claim or annotation: a field shown again shows these. */
const drafts = new Map<string, string>();

/** The text of a note as the reader left it. */
export const textOf = (id: string, kept: string): string => drafts.get(id) ?? kept;

/** Keeps a note on a claim. Until that is done, and when it fails, the text stays among the drafts. */
export const writeOnClaim = (keys: string[], claim: StanceClaim, text: string, tabId: number): Promise<void> =>
  keep(claim.claimId, text, tabId, () => writeClaimNote(keys, claim, text));

/** Keeps the note of a highlight. */
export const writeOnAnnotation = ({ id }: Annotation, text: string, tabId: number): Promise<void> =>
  keep(id, text, tabId, () => changeAnnotation(id, { note: text }));

async function keep(id: string, text: string, tabId: number, store: () => Promise<unknown>): Promise<void> {
  drafts.set(id, text);
  await store();
  if (drafts.get(id) === text) drafts.delete(id);
  // The page's own card shows the same note.
  askPage(tabId, 'refresh', {}).catch(() => undefined);
}
