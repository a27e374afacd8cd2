import type { RoomSeal } from './seal';
import { cleanName } from './shared-note';

/** What is told to the others while one is there: the server knows the member, and cannot read the name. */
export interface Presence {
  member: string;
  name: string;
}

export const presenceOf = async (member: string, name: string, seal: RoomSeal): Promise<Presence> => ({
  member,
  name: await seal.seal(member, name),
});

/** More are not counted. */
const MOST_PRESENT = 1000;

/** The names of all others of whom somebody says that they are there, whatever else is said. */
export async function namesOf(present: unknown[], me: string, seal: RoomSeal): Promise<string[]> {
  const members = new Map<string, unknown>();
  for (const state of present) {
    const { member, name } = (state ?? {}) as { member?: unknown; name?: unknown };
    if (typeof member === 'string' && member !== me && members.size < MOST_PRESENT) members.set(member, name);
  }
  const names = [...members].map(
    async ([member, name]) => cleanName(await seal.open(member, name)) || cleanName(member),
  );
  return (await Promise.all(names)).sort((a, b) => a.localeCompare(b));
}
