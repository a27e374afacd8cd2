import type { Annotation, Color } from '../core/annotation';
import { sameTag, withTag } from '../core/tag';
import { renameTag } from '../store/patches';
import { openAt, reattachAt } from '../this-article/way-back';
import { counted } from './counts';
import type { EntryDeeds } from './entry';
import type { Work } from './work/use-work';

type Changing = Pick<
  EntryDeeds,
  'open' | 'reattach' | 'writeNote' | 'recolor' | 'addTag' | 'dropTag' | 'remove' | 'restore'
>;

/**
 * What the reader does with annotations, each one step that can be taken back.
 * @param writing the annotation whose note is in writing: its many savings are one step
 */
export function deedsOf(work: Work, meaningOf: (color: Color) => string, writing: { id: string | null }): Changing {
  const change = (words: string, rows: Annotation[], of: (row: Annotation) => Partial<Annotation>) =>
    void work.run(`${words} ${counted(rows.length, 'annotation')}`, {
      kind: 'patches',
      patches: rows.map((row) => ({ id: row.id, change: of(row) })),
    });
  return {
    open: (row) => void openAt(row).catch((error: unknown) => work.say(String(error))),
    reattach: (row) => void reattachAt(row).catch((error: unknown) => work.say(String(error))),
    async writeNote({ id }, note) {
      const again = writing.id === id;
      writing.id = id;
      await work.patch('Changed the note', [{ id, change: { note } }], again ? 'joined' : 'quiet');
    },
    recolor: (rows, color) => change(`Colored ${meaningOf(color) || color}:`, rows, () => ({ color })),
    addTag: (rows, tag) => change(`Tagged #${tag}:`, rows, ({ tags }) => ({ tags: withTag(tags, tag) })),
    dropTag: (rows, tag) =>
      change(`Took #${tag} off`, rows, ({ tags }) => ({ tags: tags.filter((kept) => !sameTag(kept, tag)) })),
    remove: (rows) => change('Deleted', rows, () => ({ deleted: Date.now() })),
    restore: (rows) => change('Restored', rows, () => ({ deleted: null })),
  };
}

/** Renames a tag wherever it stands, as one step. */
export async function renameEverywhere(work: Work, from: string, to: string): Promise<void> {
  const patches = await renameTag(from, to);
  work.made(`Renamed #${from} to #${to} in ${counted(patches.length, 'annotation')}`, { kind: 'patches', patches });
}
