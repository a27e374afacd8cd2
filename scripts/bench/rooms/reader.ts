import WebSocket from 'ws';
import { invitationOf, roomKey } from '../../../server/invitation';
import { uuidv7 } from '../../../src/core/uuid';
import { type Connection, connect } from '../../../src/reading-room/connection';
import { documentName } from '../../../src/reading-room/document-name';
import { sealKeyIn, tokenOf } from '../../../src/reading-room/pass';
import { type Presence, presenceOf } from '../../../src/reading-room/presence';
import { sealOf } from '../../../src/reading-room/seal';
import { NOTES } from '../../../src/reading-room/shelf';

/** Who reads, where, and by which instance. */
export interface ReaderOptions {
  url: string;
  secret: string;
  room: string;
  articleKey: string;
  member: string;
  role?: 'read' | 'write';
  /** In place of one that is made with the secret. */
  invitation?: string;
  /** In place of what is true. */
  presence?: Presence;
  document?: string;
}

/** A reader without a browser: the extension's own connection, and none of what it shows. */
export interface Reader extends Connection {
  /** Puts a note on a shelf, the reader's own unless told, sealed. @returns its key */
  write: (note: string, member?: string) => Promise<string>;
  /** Puts anything at a key, sealed for it. */
  put: (key: string, words: string) => Promise<void>;
  /** Keys of the notes that are there. */
  notes: () => string[];
  /** Resolves when the server has ended the connection. */
  closed: Promise<void>;
}

/** What rooms are sealed with here. */
export const KEPT = 'kept by whoever invites, and told no server';

/** Joins a room. @throws when the server does not let this invitation in */
export async function joinRoom({ url, secret, room, articleKey, member, role = 'write', ...given }: ReaderOptions) {
  // Node 20 has none of its own.
  Object.assign(globalThis, { WebSocket });
  const until = Date.now() + 3_600_000;
  const invitation =
    given.invitation ?? (await invitationOf({ room, role, member, until }, secret, roomKey(KEPT, room)));
  const seal = await sealOf((await sealKeyIn(invitation)) ?? new Uint8Array(), articleKey);
  const presence = given.presence ?? (await presenceOf(member, member, seal));
  const name = given.document ?? documentName(room, seal.name);
  let ended = () => {};
  const closed = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const connection = await new Promise<Connection>((resolve, reject) => {
    const made = connect(url, name, tokenOf(invitation), presence, {
      synced: () => resolve(made),
      refused() {
        made.close();
        reject(new Error('refused'));
      },
      closed: () => ended(),
      changed: () => {},
    });
  });
  const map = connection.doc.getMap<string>(NOTES);
  const isNote = (key: string) => key.split('/').length === 3;
  const reader: Reader = {
    ...connection,
    closed,
    async write(note, onShelfOf = member) {
      const now = Date.now();
      const id = uuidv7(now);
      const quote = { exact: 'words that somebody read and found worth a note', prefix: '', suffix: '' };
      const target = { kind: 'words', quote };
      const key = `${onShelfOf}/d/${id}`;
      await reader.put(key, JSON.stringify({ id, target, color: 'blue', note, created: now, updated: now }));
      return key;
    },
    async put(key, words) {
      map.set(key, await seal.seal(key, words));
    },
    notes: () => [...map.keys()].filter(isNote),
  };
  return reader;
}
