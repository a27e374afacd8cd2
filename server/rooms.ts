import { Redis as BetweenInstances } from '@hocuspocus/extension-redis';
import { Server } from '@hocuspocus/server';
import { Redis } from 'ioredis';
import { documentName } from '../src/reading-room/document-name';
import { NOTES } from '../src/reading-room/shelf';
import { mayHandle } from './guard';
import { passOf } from './invitation';
import { type Keep, keepInFolder, keepInRedis } from './keep';

export interface RoomsOptions {
  port: number;
  /** What invitations are signed with. */
  secret: string;
  /** Where documents are kept: a folder of this machine, or a Redis that several instances share. */
  keep: { folder: string } | { redis: { host: string; port: number } };
}

/** A Redis that is away for a while is waited for: what is to be kept is in memory until then. */
const PATIENT = { maxRetriesPerRequest: null };

/**
 * What carries changes from instance to instance. Its lock is left out: an instance that does not get it skips storing,
 * and a last change would be kept nowhere once all have left. keepInRedis() needs none.
 */
function between(redis: { host: string; port: number }): BetweenInstances {
  const extension = new BetweenInstances({ ...redis, options: PATIENT });
  extension.onStoreDocument = async () => {};
  extension.afterStoreDocument = async () => {};
  return extension;
}

/** A message may not be longer, in bytes: an article's notes of a whole class fit, a flood does not. */
const LONGEST = 4 * 2 ** 20;

/**
 * Reading rooms: a document for each article that a room reads (document-name.ts), live between all who are invited to
 * the room. Who may only read is heard in presence, and changes nothing.
 * @returns how to close it; what was changed is kept before
 */
export async function openRooms({ port, secret, keep }: RoomsOptions): Promise<() => Promise<void>> {
  const redis = 'redis' in keep ? new Redis({ ...keep.redis, ...PATIENT }) : null;
  const kept: Keep = redis ? keepInRedis(redis) : keepInFolder('folder' in keep ? keep.folder : '');
  const server = new Server(
    {
      port,
      quiet: true,
      stopOnSignals: false,
      extensions: 'redis' in keep ? [between(keep.redis)] : [],
      async onAuthenticate({ token, documentName: wanted, connectionConfig }) {
        const pass = passOf(token, secret);
        const article = wanted.slice(wanted.indexOf('/') + 1);
        if (!pass || wanted !== documentName(pass.room, article)) throw new Error('not invited here');
        connectionConfig.readOnly = pass.role === 'read' || article === '';
        return { member: pass.member };
      },
      async beforeHandleMessage({ update, document, connection, context }) {
        const own = document.getClients(connection.webSocket);
        if (!mayHandle(update, document, String(context.member), own)) throw new Error('not their own');
      },
      async onLoadDocument({ document, documentName: name }) {
        document.getMap(NOTES);
        await kept.load(name, document);
      },
      async onStoreDocument({ document, documentName: name }) {
        await kept.store(name, document);
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
