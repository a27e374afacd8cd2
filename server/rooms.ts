import { Redis as BetweenInstances } from '@hocuspocus/extension-redis';
import { Server } from '@hocuspocus/server';
import { Redis } from 'ioredis';
import * as Y from 'yjs';
import { scopeOf } from '../src/store/documents';
import { type Keep, keepInFolder, keepInRedis } from './keep';
import { passOf } from './token';

export interface RoomsOptions {
  port: number;
  /** What tokens are signed with. */
  secret: string;
  /** Where documents are kept: a folder of this machine, or a Redis that several instances share. */
  keep: { folder: string } | { redis: { host: string; port: number } };
}

/** A message may not be longer, in bytes: an article's notes of a whole class fit, a flood does not. */
const LONGEST = 4 * 2 ** 20;

/**
 * Reading rooms: documents of our kind (store/documents.ts), each under `ROOM/`, live between all who have a token for the
 * room. Who may only read is heard in presence, and changes nothing.
 * @returns how to close it; what was changed is kept before
 */
export async function openRooms({ port, secret, keep }: RoomsOptions): Promise<() => Promise<void>> {
  const redis = 'redis' in keep ? new Redis(keep.redis) : null;
  const kept: Keep = redis ? keepInRedis(redis) : keepInFolder('folder' in keep ? keep.folder : '');
  const server = new Server(
    {
      port,
      quiet: true,
      stopOnSignals: false,
      extensions: 'redis' in keep ? [new BetweenInstances(keep.redis)] : [],
      async onAuthenticate({ token, documentName, connectionConfig }) {
        const pass = passOf(token, secret);
        if (!pass || !documentName.startsWith(`${pass.room}/`) || !scopeOf(documentName.slice(pass.room.length + 1))) {
          throw new Error('no token for this document');
        }
        connectionConfig.readOnly = pass.role === 'read';
        return { name: pass.name };
      },
      async onLoadDocument({ document, documentName }) {
        const state = await kept.load(documentName);
        if (state) Y.applyUpdate(document, state);
      },
      async onStoreDocument({ document, documentName }) {
        await kept.store(documentName, Y.encodeStateAsUpdate(document));
      },
    },
    { maxPayload: LONGEST },
  );
  await server.listen();
  return async () => {
    await server.destroy();
    redis?.disconnect();
  };
}
