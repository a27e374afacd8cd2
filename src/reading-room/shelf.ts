import type * as Y from 'yjs';
import type { Annotation } from '../core/annotation';
import { cleanName, readShared, type SharedNote, shared } from './shared-note';

/**
 * What a room holds of one article: one Y.Map. Each device of each member has a shelf of its own in it: at
 * `MEMBER/DEVICE` the name its reader chose, at `MEMBER/DEVICE/ID` a note. The server lets nobody write on another
 * member's (server/guard.ts); two devices of one member, whose libraries may differ, leave each other's alone.
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

/** Makes a device's shelf hold these notes and no others; `null`: nothing. @returns how many were too long to be shared */
export function fillShelf(doc: Y.Doc, { member, device }: Place, name: string, notes: Annotation[] | null): number {
  const map = doc.getMap<string>(NOTES);
  const shelf = `${member}/${device}`;
  const wanted = new Map<string, string>();
  for (const note of notes?.slice(0, MOST.ofMember) ?? []) {
    const json = shared(note);
    if (json !== null) wanted.set(`${shelf}/${note.id}`, json);
  }
  const put = wanted.size;
  if (put > 0) wanted.set(shelf, name);
  doc.transact(() => {
    for (const key of map.keys()) if (isOn(shelf, key) && !wanted.has(key)) map.delete(key);
    for (const [key, value] of wanted) if (map.get(key) !== value) map.set(key, value);
  });
  return (notes?.length ?? 0) - put;
}

const isOn = (shelf: string, key: string): boolean => key === shelf || key.startsWith(`${shelf}/`);

/** What the other members share, by name. What is malformed or too much is passed over. */
export function othersOn(doc: Y.Doc, me: string): MemberNotes[] {
  const members = new Map<string, { name: string; notes: Map<string, SharedNote> }>();
  let keys = 0;
  for (const [key, value] of doc.getMap(NOTES)) {
    if (++keys > MOST.keys) break;
    const [member, device, id, more] = key.split('/');
    if (!member || !device || member === me || more !== undefined) continue;
    const one = members.get(member) ?? { name: '', notes: new Map<string, SharedNote>() };
    members.set(member, one);
    if (id === undefined) one.name ||= cleanName(value);
    else take(one.notes, id, readShared(value));
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
