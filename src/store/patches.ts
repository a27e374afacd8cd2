import type { Annotation } from '../core/annotation';
import { sameTag, withTag } from '../core/tag';
import { withNote } from './annotations';
import { library } from './library';

/** What the library page changes of an annotation; plain data, so that an undo can be kept. */
export interface Patch {
  id: string;
  change: Partial<Pick<Annotation, 'color' | 'note' | 'tags' | 'deleted'>>;
  /** The text that a changed note was made of: what was written elsewhere since is kept with it. */
  from?: string;
}

/**
 * Changes annotations in one transaction; those that are gone meanwhile are left out.
 * @returns the patches that take it back
 */
export function applyPatches(patches: readonly Patch[]): Promise<Patch[]> {
  return library.transaction('rw', library.annotations, async () => {
    const rows = await library.annotations.bulkGet(patches.map(({ id }) => id));
    const updated = Date.now();
    const changed: Annotation[] = [];
    const inverse: Patch[] = [];
    for (const [i, { id, change, from }] of patches.entries()) {
      const row = rows[i];
      if (!row) continue;
      changed.push({ ...row, ...withNote(row, change, from), updated });
      inverse.push({ id, change: pick(row, Object.keys(change) as (keyof Patch['change'])[]) });
    }
    await library.annotations.bulkPut(changed);
    return inverse;
  });
}

/** Renames a tag wherever it stands, in the bin too; where the new one stood already, the two become one. @returns the way back */
export function renameTag(from: string, to: string): Promise<Patch[]> {
  return library.transaction('rw', library.annotations, async () => {
    const rows = await library.annotations.where('tags').equalsIgnoreCase(from).distinct().toArray();
    return applyPatches(
      rows.map(({ id, tags }) => ({
        id,
        change: { tags: tags.reduce<string[]>((kept, tag) => withTag(kept, sameTag(tag, from) ? to : tag), []) },
      })),
    );
  });
}

const pick = (row: Annotation, names: (keyof Patch['change'])[]): Patch['change'] =>
  Object.fromEntries(names.map((name) => [name, row[name]]));
