import { useEffect, useState } from 'preact/hooks';
import { counted, t } from '../../i18n/messages';
import { sentenceOf } from '../../i18n/worded';
import { live } from '../../store/live';
import { emptiedSince, leaveEmptied, restoreSnapshot, takeUpFiles } from '../../store/snapshots';
import { momentInWords } from '../../ui/dates';
import { useLive } from '../../ui/use-live';
import { Failure } from './dialog';

/** Tells that the browser has emptied the library, and offers the last snapshot. `restored`: the library was put back. */
export function EmptiedNotice({ restored }: { restored: () => void }) {
  const snapshot = useLive(() => live(emptiedSince), []);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    takeUpFiles().catch((error: unknown) => console.warn('No files of snapshots:', error));
  }, []);
  if (!snapshot) return null;
  const { id, taken, annotations } = snapshot;
  const putBack = () =>
    // What was written since is new, and stays.
    restoreSnapshot(id, Date.now(), true).then(restored, (error: unknown) => setFailure(sentenceOf(error)));
  return (
    <section class="emptied" role="alert">
      <p>
        {t('exchange_emptied', {
          moment: momentInWords(taken),
          annotations: counted('library_annotations', annotations),
        })}
      </p>
      <p class="deeds">
        <button type="button" class="button" onClick={() => void putBack()}>
          {t('exchange_emptied_back')}
        </button>
        <button type="button" class="link" onClick={() => void leaveEmptied()}>
          {t('exchange_emptied_leave')}
        </button>
      </p>
      <Failure words={failure} />
    </section>
  );
}
