import { useEffect, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../../store/snapshots';
import { counted } from './dialog';

const WHY: Record<Snapshot['why'], string> = {
  day: '',
  restoring: ', as a restore began',
  importing: ', as an import began',
};

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
      <span>
        {moment}
        {WHY[snapshot.why]}: {counted(snapshot.annotations, 'note')}
      </span>
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
            Put everything back as of then
          </button>
          <button key="no" type="button" class="link" onClick={() => setAsked(false)}>
            No
          </button>
        </span>
      ) : (
        <button
          key="ask"
          ref={button}
          type="button"
          class="link"
          aria-label={`Restore… the snapshot of ${moment}`}
          onClick={() => setAsked(true)}
        >
          Restore…
        </button>
      )}
    </li>
  );
}

/** A moment (milliseconds since 1970) as day and time in the reader's time zone. */
export const momentInWords = (time: number): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(time);
