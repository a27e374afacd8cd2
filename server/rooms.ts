import { Redis as BetweenInstances } from '@hocuspocus/extension-redis';
import { Server } from '@hocuspocus/server';
import { DOOR, nameIn } from '../src/reading-room/document-name';
import { NOTES } from '../src/reading-room/shelf';
import { mayHandle } from './guard';
import { passOf } from './invitation';
import { openKeep, PATIENT, type Where } from './keep';

export interface RoomsOptions {
  port: number;
  /** What invitations are signed with. */
  secret: string;
  keep: Where;
}

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

/** Milliseconds after which at the latest somebody who was put out hears nothing more. */
const OUT_AFTER = 5000;

/**
 * Reading rooms: a document for each article that a room reads (document-name.ts), live between all who are invited to
 * the room. Who may only read is heard in presence, and changes nothing.
 * @returns how to close it; what was changed is kept before
 */
export async function openRooms({ port, secret, keep }: RoomsOptions): Promise<() => Promise<void>> {
  const { kept, close } = openKeep(keep);
  const server = new Server(
    {
      port,
      quiet: true,
      stopOnSignals: false,
      extensions: 'redis' in keep ? [between(keep.redis)] : [],
      async onAuthenticate({ token, documentName: wanted, connectionConfig }) {
        const pass = passOf(token, secret);
        const named = pass && nameIn(pass.room, wanted);
        if (!pass || !named || (await kept.out()).has(`${pass.room}/${pass.member}`))
          throw new Error('not invited here');
        connectionConfig.readOnly = pass.role === 'read' || named === DOOR;
        return { member: pass.member, who: `${pass.room}/${pass.member}` };
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
  const closeWhoIsOut = async () => {
    const out = await kept.out();
    for (const document of server.hocuspocus.documents.values())
      for (const connection of document.getConnections())
        if (out.has(String(connection.context.who))) connection.close();
  };
  const watch = setInterval(() => void closeWhoIsOut().catch(console.error), OUT_AFTER);
  return async () => {
    clearInterval(watch);
    await server.destroy();
    close();
  };
}
