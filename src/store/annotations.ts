import type { Annotation, AnnotationChange } from '../core/annotation';
import { mergeNotes } from '../core/note-merge';
import type { StanceClaim } from '../core/stance';
import { UnwordedError } from '../core/unworded';
import { uuidv7 } from '../core/uuid';
import { library } from './library';

/** What a new annotation needs; the store adds the times. */
export type NewAnnotation = Pick<Annotation, 'id' | 'articleKey' | 'target' | 'color' | 'note'>;

/**
 * Keeps an annotation. A repeated request with the same id changes nothing and gets the same answer. A claim has one note:
 * where another page has written it meanwhile, this text is joined with that.
 * @param articleKeys keys under which annotations of the article may stand
 */
export function saveAnnotation(wanted: NewAnnotation, articleKeys = [wanted.articleKey]): Promise<Annotation> {
  return library.transaction('rw', library.annotations, async () => {
    const kept = await library.annotations.get(wanted.id);
    if (kept) return kept;
    const { target, note } = wanted;
    const there = target.kind === 'claim' ? await noteOnClaim(articleKeys, target.claimId) : undefined;
    if (there) return changeAnnotation(there.id, { note }, '');
    const now = Date.now();
    const annotation: Annotation = { ...wanted, tags: [], created: now, updated: now, deleted: null };
    await library.annotations.add(annotation);
    return annotation;
  });
}

/** @param from the text that a changed note was made of: what was written elsewhere since is kept with it */
export const changeAnnotation = (id: string, change: AnnotationChange, from?: string): Promise<Annotation> =>
  update(id, change, from);

/**
 * Keeps the reader's note on a claim: the first text makes it, an emptied one goes to the bin. One transaction, so that
 * two surfaces that are written on at once make one note.
 * @param articleKeys keys under which annotations of the article may stand; a new one stands under the first
 */
export function writeClaimNote(
  articleKeys: string[],
  { claimId, statement }: StanceClaim,
  note: string,
  from?: string,
): Promise<Annotation | null> {
  return library.transaction('rw', library.annotations, async () => {
    const kept = await noteOnClaim(articleKeys, claimId);
    const empty = note.trim() === '';
    if (kept) return empty ? deleteAnnotation(kept.id) : changeAnnotation(kept.id, { note }, from);
    const [articleKey] = articleKeys;
    if (empty || articleKey === undefined) return null;
    return saveAnnotation({
      id: uuidv7(),
      articleKey,
      target: { kind: 'claim', claimId, statement },
      color: 'yellow',
      note,
    });
  });
}

const noteOnClaim = async (articleKeys: string[], claimId: string): Promise<Annotation | undefined> =>
  (await annotationsOf(articleKeys)).find(({ target }) => target.kind === 'claim' && target.claimId === claimId);

/** Puts an annotation into the bin: it stays in the library, marked with the time. */
export const deleteAnnotation = (id: string): Promise<Annotation> => update(id, { deleted: Date.now() });

/** Takes an annotation out of the bin. */
export const restoreAnnotation = (id: string): Promise<Annotation> => update(id, { deleted: null });

function update(id: string, change: AnnotationChange | { deleted: number | null }, from?: string): Promise<Annotation> {
  return library.transaction('rw', library.annotations, async () => {
    const kept = await library.annotations.get(id);
    if (!kept) throw new UnwordedError('error_no_annotation');
    const changed = { ...kept, ...withNote(kept, change, from), updated: Date.now() };
    await library.annotations.put(changed);
    return changed;
  });
}

/** A change whose note, made of another text than is kept now, is joined with it. */
export function withNote<T extends AnnotationChange | object>({ note }: Annotation, change: T, from?: string): T {
  const wanted = (change as AnnotationChange).note;
  return wanted === undefined || from === undefined ? change : { ...change, note: mergeNotes(from, note, wanted) };
}

export const annotationById = (id: string): Promise<Annotation | undefined> => library.annotations.get(id);

/** The annotations that stand on any of these articles, oldest first. */
export async function annotationsOf(articleKeys: string[]): Promise<Annotation[]> {
  const all = await library.annotations.where('articleKey').anyOf(articleKeys).toArray();
  return all.filter((annotation) => annotation.deleted === null).sort((a, b) => a.created - b.created);
}

/** Rows read at a time: so few that the page gets its turn in between. */
const CHUNK = 1000;

/** Every annotation, those in the bin too, as of one moment. */
export function everyAnnotation(): Promise<Annotation[]> {
  return library.transaction('r', library.annotations, async () => {
    const all: Annotation[] = [];
    for (let last = ''; ; last = all.at(-1)?.id ?? '') {
      const rows = await library.annotations.where('id').above(last).limit(CHUNK).toArray();
      all.push(...rows);
      if (rows.length < CHUNK) return all;
    }
  });
}

/** The annotations made last, those in the bin too, newest first. */
export const newestAnnotations = (count: number): Promise<Annotation[]> =>
  library.annotations.orderBy('created').reverse().limit(count).toArray();

/** What was changed by the reader, or seen on its page, at or after a moment. */
export async function annotationsTouchedSince(since: number): Promise<Annotation[]> {
  const [changed, seen] = await Promise.all([
    library.annotations.where('updated').aboveOrEqual(since).toArray(),
    library.annotations.where('lastSeen.at').aboveOrEqual(since).toArray(),
  ]);
  return [...seen, ...changed];
}

/** How many annotations there are, those in the bin too. */
export const countAnnotations = (): Promise<number> => library.annotations.count();

/** Every annotation that stands, newest first. */
export async function allAnnotations(): Promise<Annotation[]> {
  const all = await library.annotations.orderBy('created').reverse().toArray();
  return all.filter(({ deleted }) => deleted === null);
}
