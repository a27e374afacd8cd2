import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as Y from 'yjs';
import type { Presence } from './presence';

interface Told {
  /** All that the document held has come. */
  synced: () => void;
  refused: () => void;
  /** The connection broke, or the server ended it. */
  closed: () => void;
  /** The document or somebody's presence has changed. */
  changed: () => void;
}

export interface Connection {
  doc: Y.Doc;
  /** What everybody who is there says of themselves: whatever they like. */
  present: () => unknown[];
  close: () => void;
}

/** One connection to one document on a Hocuspocus server (https://tiptap.dev/docs/hocuspocus), which begins empty here. */
export function connect(url: string, name: string, token: string, presence: Presence, told: Told): Connection {
  const doc = new Y.Doc();
  const socket = new HocuspocusProviderWebsocket({ url });
  const provider = new HocuspocusProvider({ websocketProvider: socket, name, document: doc, token });
  provider.on('synced', told.synced);
  provider.on('authenticationFailed', told.refused);
  provider.on('close', told.closed);
  provider.awareness?.on('change', told.changed);
  doc.on('update', told.changed);
  sayOnlyOwn(provider);
  provider.awareness?.setLocalState(presence);
  provider.attach();
  return {
    doc,
    present: () => [...(provider.awareness?.getStates().values() ?? [])],
    close() {
      provider.destroy();
      socket.destroy();
      doc.destroy();
    },
  };
}

/**
 * The provider tells the server whatever it hears of anybody's presence; in a room of n that is n² messages where n
 * would do, and the server believes nobody about others (server/guard.ts).
 */
function sayOnlyOwn({ awareness, boundAwarenessUpdateHandler: say }: HocuspocusProvider): void {
  awareness?.off('update', say);
  awareness?.on('update', (changed: Record<'added' | 'updated' | 'removed', number[]>, origin: unknown) => {
    const own = (clients: number[]) => clients.filter((client) => client === awareness.clientID);
    const mine = { added: own(changed.added), updated: own(changed.updated), removed: own(changed.removed) };
    if (Object.values(mine).some((clients) => clients.length > 0)) say(mine, origin);
  });
}
