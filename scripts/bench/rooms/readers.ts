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
  /** When each annotation was written, by id. */
  written: [id: string, at: number][];
  /** When each annotation of others was first seen by each reader: id and time. */
  arrived: [id: string, at: number][];
}

const ARTICLE = '2022/11/one';
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

process.once('message', (part: Part) => void play(part));

async function play({ url, secret, numbers, rooms, each, pause }: Part): Promise<void> {
  const seen: Seen = { written: [], arrived: [] };
  const own = new Set<string>();
  const readers: { reader: Reader; room: number }[] = [];
  for (const number of numbers) {
    const room = number % rooms;
    const reader = await joinRoom({ url, secret, room: `room-${room}`, articleKey: ARTICLE, name: `Reader ${number}` });
    const known = new Set<string>();
    reader.doc.getMap('facts').observe((event) => {
      const now = Date.now();
      for (const at of event.keysChanged) {
        const id = String((JSON.parse(String(at)) as string[])[1]);
        if (!known.has(id) && !own.has(id)) seen.arrived.push([id, now]);
        known.add(id);
      }
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
        const id = reader.write(`Note ${n}: what this means for the region is left open.`);
        own.add(id);
        seen.written.push([id, at]);
        await wait(pause);
      }
    }),
  );
  process.send?.('written');
  await new Promise((end) => process.once('message', end));
  const counts = readers.map(({ reader, room }) => ({ room, count: reader.annotations().length }));
  process.send?.({ seen, counts }, () => {
    for (const { reader } of readers) reader.close();
    process.exit(0);
  });
}
