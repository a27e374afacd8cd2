import WebSocket from 'ws';
import { invitationOf } from '../../../server/invitation';
import { uuidv7 } from '../../../src/core/uuid';
import { type Connection, connect, type Presence } from '../../../src/reading-room/connection';
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
}

/** A reader without a browser: the extension's own connection, and none of what it shows. */
export interface Reader extends Connection {
  /** Puts a note on a shelf, the reader's own unless told. @returns its key */
  write: (note: string, member?: string) => string;
  /** Keys of the notes that are there. */
  notes: () => string[];
  /** Resolves when the server has ended the connection. */
  closed: Promise<void>;
}

/** Joins a room. @throws when the server does not let this invitation in */
export async function joinRoom({ url, secret, room, articleKey, member, role = 'write', ...given }: ReaderOptions) {
  // Node 20 has none of its own.
  Object.assign(globalThis, { WebSocket });
  const until = Date.now() + 3_600_000;
  const invitation = given.invitation ?? invitationOf({ room, role, member, until }, secret);
  const presence = given.presence ?? { member, name: member };
  let ended = () => {};
  const closed = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const connection = await new Promise<Connection>((resolve, reject) => {
    const made = connect(url, `${room}/${articleKey}`, invitation, presence, {
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
    write(note, onShelfOf = member) {
      const now = Date.now();
      const id = uuidv7(now);
      const target = { kind: 'words', exact: 'words that somebody read and found worth a note' };
      const key = `${onShelfOf}/d/${id}`;
      map.set(key, JSON.stringify({ id, target, color: 'blue', note, created: now, updated: now }));
      return key;
    },
    notes: () => [...map.keys()].filter(isNote),
  };
  return reader;
}
