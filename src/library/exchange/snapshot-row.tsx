import { useEffect, useRef, useState } from 'preact/hooks';
import { counted, t } from '../../i18n/messages';
import type { Snapshot } from '../../store/snapshots';
import { momentInWords } from '../../ui/dates';

/** One snapshot, restored after a second thought; the focus stays where the reader acts. */
export function SnapshotRow({ snapshot, restore }: { snapshot: Snapshot; restore: () => void }) {
  const [asked, setAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) button.current?.focus();
    first.current = false;
  }, [asked]);
  const moment = momentInWords(snapshot.taken);
  return (
    <li>
      <span>{t(`exchange_snapshot_${snapshot.why}`, { moment, notes: counted('notes', snapshot.annotations) })}</span>
      {asked ? (
        <span class="deeds">
          <button
            key="yes"
            ref={button}
            type="button"
            class="button"
            onClick={() => {
              setAsked(false);
              restore();
            }}
          >
            {t('exchange_put_back')}
          </button>
          <button key="no" type="button" class="link" onClick={() => setAsked(false)}>
            {t('exchange_no')}
          </button>
        </span>
      ) : (
        <button
          key="ask"
          ref={button}
          type="button"
          class="link"
          aria-label={t('exchange_restore_of', { moment })}
          onClick={() => setAsked(true)}
        >
          {t('exchange_restore')}
        </button>
      )}
    </li>
  );
}
