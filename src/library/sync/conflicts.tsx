import { type Annotation, type Color, type Target, wordsKept } from '../../core/annotation';
import { counted, t } from '../../i18n/messages';
import { openConflicts, settleConflict } from '../../store/conflicts';
import { live } from '../../store/live';
import type { Patch } from '../../store/patches';
import type { Conflict } from '../../store/sync-rows';
import { ENGLISH } from '../../ui/english';
import { useLive } from '../../ui/use-live';
import type { Work } from '../work/use-work';

/** So many letters of a passage say which it is. */
const BEGUN = 90;

/** What two devices did to an annotation without knowing of each other: each is shown, and the reader has the last word. */
export function Conflicts({ work }: { work: Work }) {
  const rows = useLive(() => live(openConflicts), []) ?? [];
  if (rows.length === 0) return null;
  return (
    <div class="conflicts small">
      <h3>{t('sync_conflicts')}</h3>
      <ul>
        {rows.map(({ conflict, annotation }) => (
          <li key={`${conflict.id} ${conflict.field}`} style={`--swatch: var(--${annotation.color})`}>
            <q {...ENGLISH}>{begun(wordsKept(annotation))}</q>
            <Said conflict={conflict} annotation={annotation} />
            <p class="deeds">
              <Answers conflict={conflict} annotation={annotation} work={work} />
              <button type="button" class="link" onClick={() => void settleConflict(conflict)}>
                {t('sync_conflict_keep')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface OneProps {
  conflict: Conflict;
  annotation: Annotation;
}

function Said({ conflict: { field, others }, annotation }: OneProps) {
  if (field === 'deleted') return <p>{t('sync_conflict_deleted')}</p>;
  if (field === 'note') {
    return (
      <>
        <p>{t('sync_conflict_note')}</p>
        <p class="both">{annotation.note}</p>
      </>
    );
  }
  if (field === 'target') {
    return (
      <>
        <p>{t('sync_conflict_target')}</p>
        {(others as Target[]).map((target, i) => (
          <p key={i} class="both" {...ENGLISH}>
            {target.kind === 'words' ? target.quote.exact : target.statement}
          </p>
        ))}
      </>
    );
  }
  const other = (others as Color[]).map((color) => t(`color_${color}`)).join(', ');
  return <p>{t('sync_conflict_color', { shown: t(`color_${annotation.color}`), other })}</p>;
}

/** What can be done but to leave it as it is. */
function Answers({ conflict, work }: OneProps & { work: Work }) {
  const { id, field, others } = conflict;
  const annotations = counted('library_annotations', 1);
  const answer = async (words: string, change: Patch['change']) => {
    await work.run(words, { kind: 'patches', patches: [{ id, change }] });
    await settleConflict(conflict);
  };
  if (field === 'deleted') {
    const restore = () => void answer(t('library_restored', { annotations }), { deleted: null });
    return (
      <button type="button" class="link" onClick={restore}>
        {t('library_restore')}
      </button>
    );
  }
  if (field !== 'color') return null;
  return (others as Color[]).map((color) => (
    <button
      key={color}
      type="button"
      class="link"
      onClick={() => void answer(t('library_colored', { color: t(`color_${color}`), annotations }), { color })}
    >
      {t('sync_conflict_take', { other: t(`color_${color}`) })}
    </button>
  ));
}

const begun = (words: string): string => (words.length > BEGUN ? `${words.slice(0, BEGUN)}…` : words);
