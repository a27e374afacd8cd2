import { useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { originOf, roomAddress } from '../../reading-room/account';
import { isInvitation } from '../../reading-room/pass';
import { cleanName } from '../../reading-room/shared-note';
import { askForHost } from '../../sync/place';
import { Dialog, Failure } from '../exchange/dialog';
import { Field } from '../sync/field';
import { useAttempt } from '../sync/use-attempt';
import { joinRoom } from './membership';

/** Where the room is, the invitation to it, and the name to be seen there. Nothing is kept before the room has answered. */
export function JoinDialog({ close }: { close: () => void }) {
  const [typed, setTyped] = useState({ url: '', invitation: '', name: '' });
  const { busy, failure, attempt } = useAttempt();
  const set = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  const name = cleanName(typed.name);
  const join = () =>
    attempt(async () => {
      const url = roomAddress(typed.url);
      if (!url) throw new Error(t('room_url_wrong'));
      const invitation = typed.invitation.trim();
      if (!isInvitation(invitation)) throw new Error(t('room_invitation_wrong'));
      // Before anything is awaited: the browser asks only while the click lasts.
      if (!(await askForHost(originOf(url)))) throw new Error(t('sync_not_allowed'));
      const state = await joinRoom({ url, invitation, name, device: crypto.randomUUID(), shared: [], onPage: true });
      if (state === 'refused') throw new Error(t('room_refused'));
      if (state !== 'open') throw new Error(t('sync_trouble_offline'));
      close();
    });
  return (
    <Dialog title={t('room_title')} close={close}>
      <form
        class="sync-step"
        onSubmit={(event) => {
          event.preventDefault();
          void join();
        }}
      >
        <Field label={t('room_url')} first value={typed.url} onInput={(url) => set({ url })} />
        <Field
          label={t('room_invitation')}
          help={t('room_invitation_help')}
          value={typed.invitation}
          onInput={(invitation) => set({ invitation })}
        />
        <Field label={t('room_name')} help={t('room_name_help')} value={typed.name} onInput={(name) => set({ name })} />
        <p class="small quiet">{t('room_seen')}</p>
        <p class="small" role="status">
          {busy ? t('sync_opening') : ''}
        </p>
        <Failure words={failure} />
        <p class="deeds">
          <button type="submit" class="button" disabled={busy || name === ''}>
            {t('room_enter')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
