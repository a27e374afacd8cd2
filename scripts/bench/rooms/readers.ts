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
  /** Annotations each writes, and the milliseconds between two. */
  each: number;
  pause: number;
}

/** What a process saw. Times in milliseconds since 1970: all processes run on one machine. */
export interface Seen {
  /** When each annotation was written, by key. */
  written: [key: string, at: number][];
  /** When each annotation of others was first seen by each reader: key and time. */
  arrived: [key: string, at: number][];
}

const ARTICLE = '2022/11/one';
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

process.once('message', (part: Part) => void play(part));

async function play({ url, secret, numbers, rooms, each, pause }: Part): Promise<void> {
  const seen: Seen = { written: [], arrived: [] };
  const readers: { reader: Reader; room: number }[] = [];
  let lost = 0;
  for (const number of numbers) {
    const room = number % rooms;
    const member = `reader-${number}`;
    const reader = await joinRoom({ url, secret, room: `room-${room}`, articleKey: ARTICLE, member });
    void reader.closed.then(() => lost++);
    reader.doc.getMap(NOTES).observe((event) => {
      const now = Date.now();
      for (const key of event.keysChanged) if (!key?.startsWith(`${member}/`)) seen.arrived.push([String(key), now]);
    });
    readers.push({ reader, room });
  }
  process.send?.('ready');
  await new Promise((begin) => process.once('message', begin));
  await Promise.all(
    readers.map(async ({ reader }, i) => {
      // Spread over the pause: nobody writes in step with another.
      await wait((pause * i) / readers.length);
      for (let n = 0; n < each; n++) {
        const at = Date.now();
        seen.written.push([reader.write(`Note ${n}: what this means for the region is left open.`), at]);
        await wait(pause);
      }
    }),
  );
  process.send?.('written');
  // Until the parent has heard that all has come, or ends it.
  const counts = () => readers.map(({ reader, room }) => ({ room, count: reader.notes().length }));
  const wanted = (each * numbers.length * 2) / rooms;
  void wanted;
  await new Promise((end) => process.once('message', end));
  process.send?.({ seen, counts: counts(), lost }, () => process.exit(0));
}
