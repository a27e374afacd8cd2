import type * as Y from 'yjs';
import type { Annotation } from '../core/annotation';
import type { RoomSeal } from './seal';
import { cleanName, readShared, type SharedNote, shared } from './shared-note';

/**
 * What a room holds of one article: one Y.Map. Each device of each member has a shelf of its own in it: at
 * `MEMBER/DEVICE` the name its reader chose, at `MEMBER/DEVICE/ID` a note, both sealed for that place. The server lets
 * nobody write on another member's (server/guard.ts); two devices of one member, whose libraries may differ, leave each
 * other's alone.
 */
export const NOTES = 'notes';

/** A device in a room. */
export interface Place {
  member: string;
  device: string;
}

/** Who may have written at a key. */
export const memberOf = (key: string): string => key.slice(0, Math.max(0, key.indexOf('/')));

/** What a member shares on an article. */
export interface MemberNotes {
  member: string;
  name: string;
  notes: SharedNote[];
}

/** As many are shown of a member, and read of a room; a room of people stays far below. */
const MOST = { ofMember: 1000, keys: 50_000 };

/** What a device's shelf is to hold, sealed. */
export interface Shelf extends Place {
  held: Map<string, string>;
  /** Notes that were too long, or too many, to be shared. */
  unshared: number;
}

/** A shelf with these notes and no others; `null`: with nothing on it, not even a name. */
export async function shelfOf(at: Place, seal: RoomSeal, name: string, notes: Annotation[] | null): Promise<Shelf> {
  const place = placeOf(at);
  const said = new Map<string, string>();
  for (const note of notes?.slice(0, MOST.ofMember) ?? []) {
    const json = shared(note);
    if (json !== null) said.set(`${place}/${note.id}`, json);
  }
  const unshared = (notes?.length ?? 0) - said.size;
  if (said.size > 0) said.set(place, name);
  const sealed = [...said].map(async ([key, words]) => [key, await seal.seal(key, words)] as const);
  return { ...at, held: new Map(await Promise.all(sealed)), unshared };
}

/** Makes a device's shelf in a room what it is to be. */
export function fillShelf(doc: Y.Doc, { held, ...at }: Shelf): void {
  const map = doc.getMap<string>(NOTES);
  const place = placeOf(at);
  doc.transact(() => {
    for (const key of map.keys()) if (isOn(place, key) && !held.has(key)) map.delete(key);
    for (const [key, value] of held) if (map.get(key) !== value) map.set(key, value);
  });
}

const placeOf = ({ member, device }: Place): string => `${member}/${device}`;

const isOn = (place: string, key: string): boolean => key === place || key.startsWith(`${place}/`);

/** What the other members share, by name. What is not sealed for its place, malformed or too much is passed over. */
export async function othersOn(doc: Y.Doc, me: string, seal: RoomSeal): Promise<MemberNotes[]> {
  const members = new Map<string, { name: string; notes: Map<string, SharedNote> }>();
  const standing = [...doc.getMap(NOTES)].slice(0, MOST.keys).filter(([key]) => memberOf(key) !== me);
  const opened = await Promise.all(standing.map(([key, value]) => seal.open(key, value)));
  for (const [i, [key]] of standing.entries()) {
    const [member, device, id, more] = key.split('/');
    const words = opened[i] ?? null;
    if (words === null || !member || !device || more !== undefined) continue;
    const one = members.get(member) ?? { name: '', notes: new Map<string, SharedNote>() };
    members.set(member, one);
    if (id === undefined) one.name ||= cleanName(words);
    else take(one.notes, id, readShared(words));
  }
  const sharing = [...members].filter(([, { notes }]) => notes.size > 0);
  const named = (wanted: string) => sharing.filter(([, { name }]) => name === wanted).length;
  return sharing
    .map(([member, { name, notes }]) => ({
      member,
      // Names are chosen freely; who has one that another has as well is told apart by what the server knows them by.
      name: name === '' ? member : named(name) > 1 ? `${name} (${member})` : name,
      notes: [...notes.values()].sort((a, b) => a.created - b.created),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Of a note that two devices of a member share, the later. */
function take(notes: Map<string, SharedNote>, id: string, note: SharedNote | null): void {
  if (note?.id !== id) return;
  const before = notes.get(id);
  if (before ? before.updated < note.updated : notes.size < MOST.ofMember) notes.set(id, note);
}
