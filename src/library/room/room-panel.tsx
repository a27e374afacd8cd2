import { useEffect, useState } from 'preact/hooks';
import { counted, t } from '../../i18n/messages';
import { mayReach, onRoom, originOf, type RoomAccount } from '../../reading-room/account';
import { askForHost } from '../../sync/place';
import { SidePart } from '../side-part';
import type { SideProps } from '../slots';

/** The group's reading room that this device has joined, or how to join one. What is in it stands in the panel. */
export function RoomPanel({ open }: SideProps) {
  /** `undefined` until it is known. */
  const [room, setRoom] = useState<RoomAccount | null>();
  useEffect(() => onRoom(setRoom), []);
  if (room === undefined) return null;
  return (
    <section class="kept-safe room" aria-label={t('room_title')}>
      {room ? (
        <>
          <h2>{t('room_title')}</h2>
          <Joined room={room} />
        </>
      ) : (
        <SidePart title={t('room_title')}>
          <p class="small quiet">{t('room_off_words')}</p>
          <p class="deeds small">
            <button type="button" class="button" onClick={() => open({ is: 'room' })}>
              {t('room_join')}
            </button>
          </p>
        </SidePart>
      )}
    </section>
  );
}

function Joined({ room }: { room: RoomAccount }) {
  const [leaving, setLeaving] = useState(false);
  const [allowed, setAllowed] = useState(true);
  useEffect(() => void mayReach(room.url).then(setAllowed), [room.url]);
  const leave = () => void import('./membership').then(({ leaveRoom }) => leaveRoom(room));
  return (
    <>
      <p class="small quiet">
        <bdi>{room.name}</bdi> · {new URL(room.url).host}
      </p>
      {allowed ? (
        <p class="small">{t('room_where')}</p>
      ) : (
        <>
          <p class="small failed" role="alert">
            {t('sync_trouble_unallowed')}
          </p>
          <p class="deeds small">
            <button type="button" class="button" onClick={() => void askForHost(originOf(room.url)).then(setAllowed)}>
              {t('sync_allow')}
            </button>
          </p>
        </>
      )}
      {room.shared.length > 0 && <p class="small quiet">{counted('room_shares', room.shared.length)}</p>}
      <p class="deeds small">
        <button type="button" class="link" onClick={() => setLeaving(!leaving)}>
          {t('room_leave')}
        </button>
      </p>
      {leaving && (
        <p class="small">
          <button type="button" class="link" onClick={leave}>
            {t('room_leave_sure')}
          </button>
        </p>
      )}
    </>
  );
}
