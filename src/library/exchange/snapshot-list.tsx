import { useState } from 'preact/hooks';
import { counted, t } from '../../i18n/messages';
import { sentenceOf } from '../../i18n/worded';
import { restoreSnapshot, type Snapshot } from '../../store/snapshots';
import { momentInWords } from '../../ui/dates';
import { Failure } from './dialog';
import { SnapshotRow } from './snapshot-row';

/** The snapshots, newest first; a restore can be undone. */
export function SnapshotList({ snapshots, restored }: { snapshots: Snapshot[]; restored: () => void }) {
  const [undo, setUndo] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const restore = async (id: string, words: string, undoable: boolean) => {
    setFailure(null);
    try {
      const before = await restoreSnapshot(id);
      setUndo(undoable ? before.id : null);
      setSaid(words);
      restored();
    } catch (error) {
      setFailure(t('exchange_unchanged', { reason: sentenceOf(error) }));
    }
  };
  return (
    <>
      <p class="small" role="status">
        {said}{' '}
        {undo && (
          <button type="button" class="link" onClick={() => void restore(undo, t('exchange_restore_undone'), false)}>
            {t('undo')}
          </button>
        )}
      </p>
      <Failure words={failure} />
      {snapshots.length > 0 && (
        <details class="small">
          <summary>{counted('exchange_snapshots', snapshots.length)}</summary>
          <ul>
            {snapshots.map((one) => (
              <SnapshotRow
                key={one.id}
                snapshot={one}
                restore={() => void restore(one.id, t('exchange_restored', { moment: momentInWords(one.taken) }), true)}
              />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
