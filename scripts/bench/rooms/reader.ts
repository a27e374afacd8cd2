import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import WebSocket from 'ws';
import type * as Y from 'yjs';
import { tokenOf } from '../../../server/token';
import { uuidv7 } from '../../../src/core/uuid';
import { articleDocument } from '../../../src/store/documents';
import { change, readFacts, writeRow } from '../../../src/sync/facts';

/** Who reads, where, and by which instance. */
export interface ReaderOptions {
  url: string;
  secret: string;
  room: string;
  articleKey: string;
  name: string;
  role?: 'read' | 'write';
  /** In place of a token of the room's. */
  token?: string;
}

/** A reader without a browser: our documents over a real connection. */
export interface Reader {
  doc: Y.Doc;
  /** Names of all who are present, in order. */
  present: () => string[];
  /** Writes an annotation as the library's projection does. @returns its id */
  write: (note: string) => string;
  /** Ids of the annotations that are there. */
  annotations: () => string[];
  close: () => void;
}

/** Joins a room. @throws when the server does not let this token in */
export async function joinRoom(options: ReaderOptions): Promise<Reader> {
  const { url, secret, room, articleKey, name, role = 'write' } = options;
  const socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket });
  const token = options.token ?? tokenOf({ room, role, name, until: Date.now() + 3_600_000 }, secret);
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: `${room}/${articleDocument(articleKey)}`,
    token,
  });
  const close = () => {
    provider.destroy();
    socket.destroy();
  };
  await new Promise<void>((resolve, reject) => {
    provider.on('synced', () => resolve());
    provider.on('authenticationFailed', ({ reason }: { reason: string }) => {
      close();
      reject(new Error(reason));
    });
    provider.attach();
  });
  provider.setAwarenessField('name', name);
  const doc = provider.document;
  return {
    doc,
    present: () =>
      [...(provider.awareness?.getStates().values() ?? [])].flatMap((state) => String(state.name ?? [])).sort(),
    write(note) {
      const now = Date.now();
      const id = uuidv7(now);
      const quote = { exact: 'words that somebody read', prefix: 'before them ', suffix: ' after them' };
      const row = { target: { kind: 'words', quote }, color: 'blue', note, tags: [name], created: now, updated: now };
      change(doc, now, (writing) => writeRow(writing, 'annotations', id, { ...row, deleted: null }, new Map()));
      return id;
    },
    annotations: () => [...(readFacts(doc).get('annotations')?.keys() ?? [])],
    close,
  };
}
