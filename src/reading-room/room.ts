import type { Annotation } from '../core/annotation';
import { type Connection, connect } from './connection';
import { documentName } from './document-name';
import { passIn } from './pass';
import { cleanName } from './shared-note';
import { fillShelf, type MemberNotes, othersOn } from './shelf';

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

/** How a room stands. `open` once it has told all it holds; `refused`: the invitation does not hold (any more). */
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
 * Enters what a room holds of an article and stays until left. Each connection begins with an empty document: nothing of
 * a room is kept here, and nothing stale is ever told it.
 * @throws when the invitation is none, or the key is not an article's
 */
export function enterRoom(visitor: Visitor, articleKey: string, told: (view: RoomView) => void): Room {
  const pass = passIn(visitor.invitation);
  const name = pass && documentName(pass.room, articleKey);
  if (!pass || name === null) throw new Error('not invited');
  const { member, role } = pass;
  let view: RoomView = { state: 'opening', present: [], others: [], unshared: 0 };
  /** Not yet said: what is on the shelf stays there. */
  let mine: Annotation[] | null | undefined;
  let connection: Connection | null = null;
  let failures = 0;
  let looking: ReturnType<typeof setTimeout> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const tell = (change: Partial<RoomView>) => {
    view = { ...view, ...change };
    told(view);
  };
  const look = () => {
    looking ??= setTimeout(() => {
      looking = undefined;
      if (!connection || view.state !== 'open') return;
      tell({ present: namesOf(connection.present(), member), others: othersOn(connection.doc, member) });
    }, PAUSE);
  };
  const fill = () => {
    if (!connection || mine === undefined || role === 'read' || view.state !== 'open') return;
    const unshared = fillShelf(connection.doc, { ...visitor, member }, visitor.name, mine);
    if (unshared !== view.unshared) tell({ unshared });
  };
  const close = () => {
    clearTimeout(waiting);
    const former = connection;
    connection = null;
    former?.close();
  };
  const enter = () => {
    connection = connect(
      visitor.url,
      name,
      visitor.invitation,
      { member, name: visitor.name },
      {
        synced() {
          failures = 0;
          tell({ state: 'open' });
          fill();
          look();
        },
        refused() {
          close();
          tell({ state: 'refused', present: [], others: [] });
        },
        closed() {
          if (!connection) return;
          close();
          tell({ state: 'away', present: [] });
          waiting = setTimeout(enter, PAUSES[Math.min(failures++, PAUSES.length - 1)]);
        },
        changed: look,
      },
    );
  };
  enter();
  return {
    share(notes) {
      mine = notes;
      fill();
    },
    leave() {
      clearTimeout(looking);
      close();
    },
  };
}

/** More are not counted. */
const MOST_PRESENT = 1000;

function namesOf(present: unknown[], me: string): string[] {
  const names = new Map<string, string>();
  for (const state of present) {
    const { member, name } = (state ?? {}) as { member?: unknown; name?: unknown };
    if (typeof member !== 'string' || member === me || names.size >= MOST_PRESENT) continue;
    names.set(member, cleanName(name) || cleanName(member));
  }
  return [...names.values()].sort((a, b) => a.localeCompare(b));
}
