import { IncomingMessage, MessageType } from '@hocuspocus/server';
import * as Y from 'yjs';
import { memberOf, NOTES } from '../src/reading-room/shelf';

/**
 * Whether a message of a member may be handled: of those that change something only what concerns the member's own shelf
 * (see shelf.ts) and own presence. Yjs applies whatever fits; so what an update would touch is looked at before.
 */
export function mayHandle(bytes: Uint8Array, document: RoomDocument, member: string, own: Set<number>): boolean {
  const message = new IncomingMessage(bytes);
  message.readVarString();
  const type = message.readVarUint();
  if (type === MessageType.Awareness) return isOwnPresence(message.readVarUint8Array(), document, member, own);
  if (type === MessageType.Sync || type === MessageType.SyncReply) {
    return message.readVarUint() === ASKS || isOwnUpdate(document, message.readVarUint8Array(), member);
  }
  return type === MessageType.QueryAwareness || type === MessageType.CLOSE || type === MessageType.Auth;
}

/** Of the messages of y-protocols/sync the one that carries no update. */
const ASKS = 0;

export interface RoomDocument extends Y.Doc {
  awareness: { states: Map<number, unknown> };
}

/** Characters of one client's presence. */
const LONGEST_PRESENCE = 500;

function isOwnPresence(update: Uint8Array, { awareness }: RoomDocument, member: string, own: Set<number>): boolean {
  const message = new IncomingMessage(update);
  for (let left = message.readVarUint(); left > 0; left--) {
    const client = message.readVarUint();
    message.readVarUint();
    const json = message.readVarString();
    if (json.length > LONGEST_PRESENCE || (awareness.states.has(client) && !own.has(client))) return false;
    const state = JSON.parse(json) as { member?: unknown } | null;
    if (state !== null && state.member !== member) return false;
  }
  return true;
}

/** Changes in one update, and what a member may have written into one document, in bytes as they come in. */
const MOST_CHANGES = 10_000;
const MOST_OF_MEMBER = 2 * 2 ** 20;

/** Bytes that each member has written since a document was opened. */
const written = new WeakMap<Y.Doc, Map<string, number>>();

/** Whether an update writes and deletes on the member's shelf only, plain values only, and not too much. */
export function isOwnUpdate(document: Y.Doc, update: Uint8Array, member: string): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  if (structs.length > MOST_CHANGES) return false;
  // Their keys, by the last position of each: what comes later in the update may stand after it.
  const keys = new Map<string, string>();
  /** Where each client's part of the update ends. */
  const ends = new Map<number, number>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const end = clock + struct.length;
    // What is here already changes nothing.
    if (struct instanceof Y.Skip || end <= Y.getState(document.store, client)) continue;
    if (!(struct instanceof Y.Item) || !isPlain(struct.content)) return false;
    const key = keyOfNew(document, struct, keys);
    if (key === null || memberOf(key) !== member) return false;
    keys.set(`${client} ${end - 1}`, key);
    ends.set(client, end);
  }
  for (const [client, ranges] of ds.clients) {
    const here = Y.getState(document.store, client);
    for (const { clock, len } of ranges) {
      if (clock + len > Math.max(here, ends.get(client) ?? 0)) return false;
      if (!mayDelete(document, client, clock, Math.min(clock + len, here), member)) return false;
    }
  }
  return hasRoom(document, member, update.length);
}

const isPlain = (content: unknown): boolean =>
  content instanceof Y.ContentDeleted ||
  (content instanceof Y.ContentAny && content.arr.every((value) => typeof value === 'string'));

/** The key in the map of notes that a new item is the value of; `null` when it belongs anywhere else. */
function keyOfNew(document: Y.Doc, { parent, parentSub, origin, rightOrigin }: Y.Item, keys: Map<string, string>) {
  if (rightOrigin !== null) return null;
  // Yjs tells the place of an item only where it stands after no other.
  if (origin === null) return (parent as unknown) === NOTES ? parentSub : null;
  const inUpdate = keys.get(`${origin.client} ${origin.clock}`);
  if (inUpdate !== undefined) return inUpdate;
  if (origin.clock >= Y.getState(document.store, origin.client)) return null;
  return keyOf(document, Y.getItem(document.store, origin));
}

const keyOf = (document: Y.Doc, struct: Y.AbstractStruct): string | null =>
  struct instanceof Y.Item && struct.parent === document.getMap(NOTES) ? struct.parentSub : null;

/** Whether what stands from one position to another is the member's own, or deleted already: updates tell all deletes again. */
function mayDelete(document: Y.Doc, client: number, from: number, to: number, member: string): boolean {
  const structs = document.store.clients.get(client) ?? [];
  if (from >= to) return true;
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i];
    if (!struct || struct.id.clock >= to) break;
    if (!struct.deleted && memberOf(keyOf(document, struct) ?? '') !== member) return false;
  }
  return true;
}

function hasRoom(document: Y.Doc, member: string, more: number): boolean {
  const counts = written.get(document) ?? new Map<string, number>();
  written.set(document, counts);
  let sum = (counts.get(member) ?? 0) + more;
  // Most of what was written may have been replaced since: then it is measured.
  if (sum > MOST_OF_MEMBER) {
    sum = more;
    for (const [key, value] of document.getMap<string>(NOTES)) if (memberOf(key) === member) sum += value.length;
  }
  if (sum > MOST_OF_MEMBER) return false;
  counts.set(member, sum);
  return true;
}
