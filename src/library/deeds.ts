import type { Annotation, Color } from '../core/annotation';
import { sameTag, withTag } from '../core/tag';
import { counted, type Key, t, type Values } from '../i18n/messages';
import { sentenceOf } from '../i18n/worded';
import { annotationById } from '../store/annotations';
import { drafts } from '../store/drafts';
import { renameTag } from '../store/patches';
import { openAt, reattachAt } from '../this-article/way-back';
import type { EntryDeeds } from './entry';
import type { Work } from './work/use-work';

type Changing = Pick<
  EntryDeeds,
  'open' | 'reattach' | 'writingOn' | 'recolor' | 'addTag' | 'dropTag' | 'remove' | 'restore'
>;

/**
 * What the reader does with annotations, each one step that can be taken back.
 * @param inWriting the annotation whose note is in writing: its many savings are one step
 */
export function deedsOf(work: Work, meaningOf: (color: Color) => string, inWriting: { id: string | null }): Changing {
  const change = (key: Key, values: Values, rows: Annotation[], of: (row: Annotation) => Partial<Annotation>) =>
    void work.run(t(key, { ...values, annotations: counted('library_annotations', rows.length) }), {
      kind: 'patches',
      patches: rows.map((row) => ({ id: row.id, change: of(row) })),
    });
  return {
    open: (row) => void openAt(row).catch((error: unknown) => work.say(sentenceOf(error))),
    reattach: (row) => void reattachAt(row).catch((error: unknown) => work.say(sentenceOf(error))),
    writingOn: ({ id }) => ({
      draft: (note) => drafts.put({ annotationId: id }, note),
      drafted: () => drafts.of({ annotationId: id }),
      async save(note, from) {
        const again = inWriting.id === id;
        inWriting.id = id;
        await work.patch(t('library_note_changed'), [{ id, change: { note }, from }], again ? 'joined' : 'quiet');
        drafts.drop({ annotationId: id }, note);
        return (await annotationById(id))?.note ?? note;
      },
    }),
    recolor: (rows, color) =>
      change('library_colored', { color: meaningOf(color) || t(`color_${color}`) }, rows, () => ({ color })),
    addTag: (rows, tag) => change('library_tagged', { tag }, rows, ({ tags }) => ({ tags: withTag(tags, tag) })),
    dropTag: (rows, tag) =>
      change('library_untagged_from', { tag }, rows, ({ tags }) => ({
        tags: tags.filter((kept) => !sameTag(kept, tag)),
      })),
    remove: (rows) => change('library_deleted', {}, rows, () => ({ deleted: Date.now() })),
    restore: (rows) => change('library_restored', {}, rows, () => ({ deleted: null })),
  };
}

/** Renames a tag wherever it stands, as one step. */
export async function renameEverywhere(work: Work, from: string, to: string): Promise<void> {
  const patches = await renameTag(from, to);
  const annotations = counted('library_annotations', patches.length);
  work.made(t('library_tag_renamed', { from, to, annotations }), { kind: 'patches', patches });
}
