import type { Annotation } from '../core/annotation';
import type { Settings } from '../core/settings';
import { counted, t } from '../i18n/messages';
import { Swatches } from '../ui/swatches';
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
    <section class="selection" aria-label={t('library_selected')}>
      <strong role="status">{counted('library_annotations', selected.length)}</strong>
      {binned ? (
        <button type="button" class="button" onClick={() => deeds.restore(selected)}>
          {t('library_restore')}
        </button>
      ) : (
        <>
          <TagField label={t('library_tag_all')} known={tags} add={(tag) => deeds.addTag(selected, tag)} />
          <Swatches names={meanings} choose={(color) => deeds.recolor(selected, color)} />
          <button type="button" class="button" onClick={() => deeds.remove(selected)}>
            {t('library_delete')}
          </button>
        </>
      )}
      {takeAlong && (
        <button type="button" class="button" onClick={() => takeAlong(selected.map(({ id }) => id))}>
          {t('library_export')}
        </button>
      )}
      <button type="button" class="link" onClick={selectAll}>
        {t('library_select_all')}
      </button>
      <button type="button" class="link" onClick={clear}>
        {t('library_clear')}
      </button>
    </section>
  );
}
