import { NOTES } from '../../../src/reading-room/shelf';
import { joinRoom, type Reader } from './reader';

// The readers of one instance, in a process of their own: a message from the parent says whom to be, one back says how
// it went.

/** Whom a process plays. */
export interface Part {
  url: string;
  secret: string;
  /** Numbers of the readers; `number % rooms` is a reader's room. */
  numbers: number[];
  rooms: number;
  /** Notes each writes, and the milliseconds between two. */
  each: number;
  pause: number;
  /** Notes that a room has in the end. */
  inRoom: number;
}

/** What a process saw. Times in milliseconds since 1970: all processes run on one machine. */
export interface Seen {
  /** When each note was written, by key. */
  written: [key: string, at: number][];
  /** When each note of others was first seen by each reader: key and time. */
  arrived: [key: string, at: number][];
  /** Notes that were missing, over all readers. */
  missing: number;
  /** Readers whose connection ended before they left. */
  ended: number;
}

const ARTICLE = '2022/11/one';
/** Milliseconds that what is on its way may take. */
const PATIENCE = 60_000;
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const told = () => new Promise((resolve) => process.once('message', resolve));

void play((await told()) as Part);

async function play({ url, secret, numbers, rooms, each, pause, inRoom }: Part): Promise<void> {
  const seen: Seen = { written: [], arrived: [], missing: 0, ended: 0 };
  const readers: Reader[] = [];
  for (const number of numbers) {
    const member = `reader-${number}`;
    const reader = await joinRoom({ url, secret, room: `room-${number % rooms}`, articleKey: ARTICLE, member });
    void reader.closed.then(() => seen.ended++);
    reader.doc.getMap(NOTES).observe((event) => {
      const now = Date.now();
      for (const key of event.keysChanged) if (!key?.startsWith(`${member}/`)) seen.arrived.push([String(key), now]);
    });
    readers.push(reader);
  }
  process.send?.('ready');
  await told();
  await Promise.all(
    readers.map(async (reader, i) => {
      // Spread over the pause: nobody writes in step with another.
      await wait((pause * i) / readers.length);
      for (let n = 0; n < each; n++) {
        const at = Date.now();
        seen.written.push([await reader.write(`Note ${n}: what this means for the region is left open.`), at]);
        await wait(pause);
      }
    }),
  );
  process.send?.('written');
  await told();
  const missing = () => readers.reduce((sum, reader) => sum + Math.abs(inRoom - reader.notes().length), 0);
  const end = Date.now() + PATIENCE;
  while (missing() > 0 && Date.now() < end) await wait(200);
  seen.missing = missing();
  process.send?.(seen, () => process.exit(0));
}
