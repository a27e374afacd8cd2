import type { Annotation } from '../core/annotation';
import type { Settings } from '../core/settings';
import { Swatches } from '../ui/swatches';
import { counted } from './counts';
import type { EntryDeeds } from './entry';
import { TagField } from './tag-field';

interface SelectionBarProps {
  selected: Annotation[];
  tags: string[];
  meanings: Settings['meanings'];
  deeds: EntryDeeds;
  takeAlong: ((ids: string[]) => void) | null;
  selectAll: () => void;
  clear: () => void;
}

/** What can be done with all that is selected. */
export function SelectionBar({ selected, tags, meanings, deeds, takeAlong, selectAll, clear }: SelectionBarProps) {
  if (selected.length === 0) return null;
  const binned = selected.every(({ deleted }) => deleted !== null);
  return (
    <section class="selection" aria-label="Selected annotations">
      <strong role="status">{counted(selected.length, 'annotation')}</strong>
      {binned ? (
        <button type="button" class="button" onClick={() => deeds.restore(selected)}>
          Restore
        </button>
      ) : (
        <>
          <TagField label="Tag all…" known={tags} add={(tag) => deeds.addTag(selected, tag)} />
          <Swatches names={meanings} choose={(color) => deeds.recolor(selected, color)} />
          <button type="button" class="button" onClick={() => deeds.remove(selected)}>
            Delete
          </button>
        </>
      )}
      {takeAlong && (
        <button type="button" class="button" onClick={() => takeAlong(selected.map(({ id }) => id))}>
          Export…
        </button>
      )}
      <button type="button" class="link" onClick={selectAll}>
        Select all found
      </button>
      <button type="button" class="link" onClick={clear}>
        Clear
      </button>
    </section>
  );
}
