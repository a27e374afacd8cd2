import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { isInvitation } from './pass';

/** The room this device has joined. Only in the extension's own storage: no export and no snapshot reads there. */
const account = v.object({
  url: v.string(),
  /** Whole: one of a former version, without the room's key, is none any more. */
  invitation: v.pipe(v.string(), v.check(isInvitation)),
  name: v.string(),
  device: v.string(),
  /** Keys of the articles whose notes are shared. */
  shared: v.array(v.string()),
  /** Whether what the others highlighted is marked on the page. */
  onPage: v.optional(v.boolean(), true),
});
export type RoomAccount = v.InferOutput<typeof account>;

const NAME = 'reading-room';

const read = (value: unknown): RoomAccount | null => {
  const parsed = v.safeParse(account, value);
  return parsed.success ? parsed.output : null;
};

/** `null` when no room was joined. */
export const readRoom = async (): Promise<RoomAccount | null> => read((await browser.storage.local.get(NAME))[NAME]);

/** Joins, or changes what is shared; `null`: leaves. Every page of ours hears of it. */
export const keepRoom = (kept: RoomAccount | null): Promise<void> =>
  kept ? browser.storage.local.set({ [NAME]: kept }) : browser.storage.local.remove(NAME);

/** Changes something of the room that is joined, and nothing else of it; where none is, nothing. */
export async function changeRoom(change: (room: RoomAccount) => Partial<RoomAccount>): Promise<void> {
  const room = await readRoom();
  if (room) await keepRoom({ ...room, ...change(room) });
}

/** Tells the room that is joined, now and after every change. @returns how to stop */
export function onRoom(told: (room: RoomAccount | null) => void): () => void {
  const heard = (changes: Record<string, { newValue?: unknown }>) => {
    if (NAME in changes) told(read(changes[NAME]?.newValue));
  };
  browser.storage.local.onChanged.addListener(heard);
  void readRoom().then(told);
  return () => browser.storage.local.onChanged.removeListener(heard);
}

/** What the browser is asked for: match patterns know no sockets and no ports. */
export function originOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol === 'wss:' ? 'https' : 'http'}://${hostname}/*`;
}

/** Whether the browser still allows what was asked for. */
export const mayReach = (url: string): Promise<boolean> => browser.permissions.contains({ origins: [originOf(url)] });

/** A server's address as typed; `null` when it is none: `wss:`, or `ws:` on this computer. */
export function roomAddress(typed: string): string | null {
  const address = /^[a-z]+:\/\//i.test(typed.trim()) ? typed.trim() : `wss://${typed.trim()}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const here = ['localhost', '127.0.0.1'].includes(url.hostname);
  if (url.username !== '' || url.password !== '' || url.hash !== '' || url.search !== '') return null;
  return url.protocol === 'wss:' || (url.protocol === 'ws:' && here) ? url.href : null;
}
