import type { Place } from '../core/place';
import { counted, locale, t } from '../i18n/messages';
import { sharedId } from '../reading-room/words-on';
import { ENGLISH } from '../ui/english';
import { isolated } from '../ui/isolated';
import { NoteItem, type NotePointing } from '../ui/note-item';
import { useBox } from '../ui/use-box';
import type { RoomBeside } from './use-reading-room';

interface RoomViewProps extends NotePointing {
  room: RoomBeside;
  /** Where on the page the words of a note are; `null` for one that is not looked for there. */
  placeOf: (id: string) => Place | null;
  goTo: (id: string) => void;
}

/** What the others of the reading room share on the article, to be read; and whether the reader shares theirs. */
export function RoomView({ room, placeOf, goTo, point, pointed }: RoomViewProps) {
  const { state, present, others, unshared, sharing, setSharing, onPage, setOnPage } = room;
  const sharingBox = useBox(sharing === true, setSharing);
  const onPageBox = useBox(onPage, setOnPage);
  return (
    <>
      <div class="room small">
        <p class="quiet" role="status">
          {state === 'open' ? present.length > 0 && t('room_here', { names: inWords(present) }) : t(STATES[state])}
        </p>
        {sharing === null ? (
          <p class="quiet">{t('room_read_only')}</p>
        ) : (
          <label>
            <input {...sharingBox} /> {t('room_share')}
          </label>
        )}
        {unshared > 0 && <p class="failed">{counted('room_too_long', unshared)}</p>}
        <label>
          <input {...onPageBox} /> {t('room_on_page')}
        </label>
      </div>
      {state === 'open' && others.length === 0 && <p class="message">{t('room_nothing')}</p>}
      {others.map(({ member, name, notes }) => (
        <section key={member} class="notes" aria-label={name}>
          <h3 dir="auto">{name}</h3>
          <ul>
            {notes.map(({ id: ownId, target, color, note }) => {
              const id = sharedId(member, ownId);
              return (
                <NoteItem
                  key={id}
                  id={id}
                  color={color}
                  place={placeOf(id)}
                  goTo={goTo}
                  point={point}
                  pointed={pointed}
                >
                  <blockquote {...ENGLISH}>
                    {target.kind === 'words'
                      ? target.quote.exact
                      : t('popup_on_claim', { statement: target.statement })}
                  </blockquote>
                  {note && <p dir="auto">{note}</p>}
                </NoteItem>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}

const inWords = (names: string[]): string => new Intl.ListFormat(locale()).format(names.map(isolated));

const STATES = { opening: 'sync_opening', away: 'sync_trouble_offline', refused: 'room_refused' } as const;
