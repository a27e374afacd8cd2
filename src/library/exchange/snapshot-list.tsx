import { useState } from 'preact/hooks';
import { restoreSnapshot, type Snapshot } from '../../store/snapshots';
import { counted, Failure, sentenceOf } from './dialog';

const WHY: Record<Snapshot['why'], string> = {
  day: '',
  restoring: ', as a restore began',
  importing: ', as an import began',
};

/** The snapshots, newest first, each to be restored after a second thought; a restore can be undone. */
export function SnapshotList({ snapshots }: { snapshots: Snapshot[] }) {
  const [asked, setAsked] = useState<string | null>(null);
  const [undo, setUndo] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const restore = async (id: string, words: string, undoable: boolean) => {
    setAsked(null);
    setFailure(null);
    try {
      const before = await restoreSnapshot(id);
      setUndo(undoable ? before.id : null);
      setSaid(words);
    } catch (error) {
      setFailure(`${sentenceOf(error)} Nothing was changed.`);
    }
  };
  return (
    <>
      <p class="small" role="status">
        {said}{' '}
        {undo && (
          <button type="button" class="link" onClick={() => void restore(undo, 'The restore was undone.', false)}>
            Undo
          </button>
        )}
      </p>
      <Failure words={failure} />
      {snapshots.length > 0 && (
        <details class="small">
          <summary>{counted(snapshots.length, 'snapshot')} of the last four weeks</summary>
          <ul>
            {snapshots.map((snapshot) => (
              <li key={snapshot.id}>
                <span>
                  {momentInWords(snapshot.taken)}
                  {WHY[snapshot.why]}: {counted(snapshot.annotations, 'note')}
                </span>
                {asked === snapshot.id ? (
                  <span class="deeds">
                    <button
                      type="button"
                      class="button"
                      onClick={() =>
                        void restore(snapshot.id, `Restored as of ${momentInWords(snapshot.taken)}.`, true)
                      }
                    >
                      Put everything back as of then
                    </button>
                    <button type="button" class="link" onClick={() => setAsked(null)}>
                      No
                    </button>
                  </span>
                ) : (
                  <button
                    type="button"
                    class="link"
                    aria-label={`Restore the snapshot of ${momentInWords(snapshot.taken)}`}
                    onClick={() => setAsked(snapshot.id)}
                  >
                    Restore…
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const momentInWords = (time: number): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(time);
