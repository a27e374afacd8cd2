import { keepRoom, originOf, type RoomAccount } from '../../reading-room/account';
import { enterRoom, type RoomView } from '../../reading-room/room';
import { readAccount } from '../../sync/account';
import { giveBackHost } from '../../sync/place';

/** Milliseconds a server may take to answer. */
const PATIENCE = 15_000;

/** Tries an invitation and, when the room takes it, joins. @returns how the room stands: joined when it is `open` */
export async function joinRoom(account: RoomAccount): Promise<RoomView['state']> {
  const state = await new Promise<RoomView['state']>((resolve) => {
    const over = setTimeout(() => resolve('away'), PATIENCE);
    const room = enterRoom(account, null, ({ state }) => {
      if (state === 'opening') return;
      clearTimeout(over);
      resolve(state);
      // Not within the news of it.
      setTimeout(() => room.leave());
    });
  });
  if (state === 'open') await keepRoom(account);
  else await giveBackRoom(account.url);
  return state;
}

/** Leaves the room, and gives back what the browser allowed for it. */
export async function leaveRoom({ url }: RoomAccount): Promise<void> {
  await keepRoom(null);
  await giveBackRoom(url);
}

async function giveBackRoom(url: string): Promise<void> {
  const account = await readAccount();
  const others = account?.place.on === 'server' ? [account.place.url] : [];
  // What an administrator granted, or the manifest, cannot be given back; the room is left all the same.
  await giveBackHost(originOf(url), others).catch(() => undefined);
}
