import type { Annotation } from '../core/annotation';
import { type Connection, connect } from './connection';
import { documentName, isForRooms } from './document-name';
import { isInvitation, passIn, sealKeyIn, tokenOf } from './pass';
import { namesOf, type Presence, presenceOf } from './presence';
import { type RoomSeal, remembering, sealOf } from './seal';
import { fillShelf, type MemberNotes, othersOn, shelfOf } from './shelf';

/** Who comes to a room, and by what. */
export interface Visitor {
  /** Of the server, `wss:`; on this computer `ws:`. */
  url: string;
  invitation: string;
  /** What the others are to see. */
  name: string;
  /** Of this device, see shelf.ts. */
  device: string;
}

/** How a room stands. `open` once it has told all it holds; `refused`: the invitation does not hold (any more), or not whole. */
export interface RoomView {
  state: 'opening' | 'open' | 'away' | 'refused';
  /** Names of the others who have this article open now, one for each member. */
  present: string[];
  others: MemberNotes[];
  /** How many of one's own notes were too long to be shared. */
  unshared: number;
}

/** An article's part of a room while it is on view. */
export interface Room {
  /** Shares these notes on the article and no others; `null`: none. What is said while the room is away is said when it is back. */
  share: (notes: Annotation[] | null) => void;
  leave: () => void;
}

/** Milliseconds before a room that was left is entered again, growing each time. */
const PAUSES = [1000, 3000, 10_000, 30_000];
/** Milliseconds between two looks at what has come: a room's first words come in many pieces. */
const PAUSE = 200;

/**
 * Enters what a room holds of an article (`null`: comes to its door) and stays until left. Each connection begins with an
 * empty document: nothing of a room is kept here, and nothing stale is ever told it.
 * @throws when the invitation is none, or the key is not an article's
 */
export function enterRoom(visitor: Visitor, articleKey: string | null, told: (view: RoomView) => void): Room {
  const pass = passIn(visitor.invitation);
  if (!pass || !isInvitation(visitor.invitation) || (articleKey !== null && !isForRooms(articleKey))) {
    throw new Error('not invited');
  }
  const { room, member, role } = pass;
  let view: RoomView = { state: 'opening', present: [], others: [], unshared: 0 };
  /** Not yet said: what is on the shelf stays there. */
  let mine: Annotation[] | null | undefined;
  let seal: RoomSeal | null = null;
  let connection: Connection | null = null;
  let isLeft = false;
  let failures = 0;
  let looks = 0;
  let fillings = 0;
  let looking: ReturnType<typeof setTimeout> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const tell = (change: Partial<RoomView>) => {
    view = { ...view, ...change };
    told(view);
  };
  const look = () => {
    looking ??= setTimeout(async () => {
      looking = undefined;
      if (!seal || !connection || view.state !== 'open') return;
      const [turn, at] = [++looks, connection];
      const [present, others] = await Promise.all([
        namesOf(at.present(), member, seal),
        othersOn(at.doc, member, seal),
      ]);
      // Of two looks the later one counts, whichever is done first; and none at a connection that is over.
      if (turn === looks && at === connection) tell({ present, others });
    }, PAUSE);
  };
  const fill = async () => {
    if (!seal || mine === undefined || role === 'read') return;
    const turn = ++fillings;
    const shelf = await shelfOf({ member, device: visitor.device }, seal, visitor.name, mine);
    if (turn !== fillings || !connection || view.state !== 'open') return;
    fillShelf(connection.doc, shelf);
    if (shelf.unshared !== view.unshared) tell({ unshared: shelf.unshared });
  };
  const close = () => {
    clearTimeout(waiting);
    const former = connection;
    connection = null;
    former?.close();
  };
  const refuse = () => {
    close();
    tell({ state: 'refused', present: [], others: [] });
  };
  const enter = (name: string, presence: Presence) => {
    connection = connect(visitor.url, name, tokenOf(visitor.invitation), presence, {
      synced() {
        failures = 0;
        tell({ state: 'open' });
        void fill();
        look();
      },
      refused: refuse,
      closed() {
        if (!connection) return;
        close();
        tell({ state: 'away', present: [] });
        waiting = setTimeout(() => enter(name, presence), PAUSES[Math.min(failures++, PAUSES.length - 1)]);
      },
      changed: look,
    });
  };
  const begin = async () => {
    const key = await sealKeyIn(visitor.invitation);
    seal = key && remembering(await sealOf(key, articleKey));
    const presence = seal && (await presenceOf(member, visitor.name, seal));
    if (isLeft) return;
    if (seal && presence) enter(documentName(room, seal.name), presence);
    else refuse();
  };
  void begin();
  return {
    share(notes) {
      mine = notes;
      void fill();
    },
    leave() {
      isLeft = true;
      clearTimeout(looking);
      close();
    },
  };
}
