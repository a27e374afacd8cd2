import type { Annotation } from '../core/annotation';
import { same } from './canonical';

/** Stands between two texts of a note when both were kept: a rule in Markdown, the same in every language. */
export const BOTH_KEPT = '\n\n---\n\n';

/**
 * One annotation in two states. The one updated last wins; but where both were changed since they were made, no text is
 * lost: the note then holds both. Importing the same file again changes nothing more.
 * @returns `kept` itself when nothing changes
 */
export const mergeAnnotations = (kept: Annotation, incoming: Annotation, now: number): Annotation => {
  const changed = (one: Annotation) => one.updated > one.created;
  return merge(kept, incoming, changed(kept) && changed(incoming), now);
};

/** Two annotations on the same words of an article, made apart: one stays, with the texts and the tags of both. */
export const mergeTwins = (kept: Annotation, incoming: Annotation, now: number): Annotation => {
  const merged = merge(kept, incoming, true, now);
  const tags = [...new Set([...kept.tags, ...incoming.tags])];
  const quoted = { ...merged, target: inMoreContext(kept, incoming).target, articleKey: kept.articleKey, tags };
  return differ(quoted, kept) ? { ...quoted, updated: now } : kept;
};

function merge(kept: Annotation, incoming: Annotation, both: boolean, now: number): Annotation {
  const [newer, older] = incoming.updated > kept.updated ? [incoming, kept] : [kept, incoming];
  const note = both ? joinNotes(newer.note, older.note) : newer.note;
  const created = Math.min(kept.created, incoming.created);
  const merged = { ...newer, id: kept.id, note, created, updated: note === newer.note ? newer.updated : now };
  return differ(merged, kept) ? merged : kept;
}

/** Whether anything but the times is different. */
const differ = (one: Annotation, other: Annotation): boolean =>
  !same({ ...one, created: 0, updated: 0 }, { ...other, created: 0, updated: 0 });

function joinNotes(newer: string, older: string): string {
  if (holds(newer, older)) return newer;
  return holds(older, newer) ? older : `${newer}${BOTH_KEPT}${older}`;
}

/** Whether a note is another one written on, or has it among its lines; letters within a word do not count. */
const holds = (note: string, other: string): boolean =>
  note.startsWith(other) || `\n${note}\n`.includes(`\n${other}\n`);

function inMoreContext(kept: Annotation, incoming: Annotation): Annotation {
  const context = ({ target }: Annotation) =>
    target.kind === 'words' ? target.quote.prefix.length + target.quote.suffix.length : 0;
  return context(kept) === 0 && context(incoming) > 0 ? incoming : kept;
}
