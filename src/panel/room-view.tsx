import { counted, locale, t } from '../i18n/messages';
import { ENGLISH } from '../ui/english';
import type { RoomBeside } from './use-reading-room';

/** What the others of the reading room share on the article, to be read; and whether the reader shares theirs. */
export function RoomView({ room }: { room: RoomBeside }) {
  const { state, present, others, unshared, sharing, setSharing } = room;
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
            <input type="checkbox" checked={sharing} onChange={(event) => setSharing(event.currentTarget.checked)} />{' '}
            {t('room_share')}
          </label>
        )}
        {unshared > 0 && <p class="failed">{counted('room_too_long', unshared)}</p>}
      </div>
      {state === 'open' && others.length === 0 && <p class="message">{t('room_nothing')}</p>}
      {others.map(({ member, name, notes }) => (
        <section key={member} class="notes" aria-label={name}>
          <h3 dir="auto">{name}</h3>
          <ul>
            {notes.map(({ id, target, color, note }) => (
              <li key={id} style={`--swatch: var(--${color})`}>
                <blockquote {...ENGLISH}>
                  {target.kind === 'words' ? target.exact : t('popup_on_claim', { statement: target.statement })}
                </blockquote>
                {note && <p dir="auto">{note}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Each kept apart from the others, whichever way it is written (Unicode's isolates). */
const inWords = (names: string[]): string =>
  new Intl.ListFormat(locale()).format(names.map((name) => `\u2068${name}\u2069`));

const STATES = { opening: 'sync_opening', away: 'sync_trouble_offline', refused: 'room_refused' } as const;
