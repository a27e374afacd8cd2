import { type ChildProcess, fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
import { joinRoom } from './rooms/reader';
import type { Part, Seen } from './rooms/readers';
import { freePort, hasRedis, startRedis } from './rooms/redis';

// Two instances of the reading rooms behind one Redis, and readers without browsers who all write: whether anything is
// lost, how long a note takes from one instance to the other, what memory and Redis grow by. docs/scale.md has the figures.
// Options: --readers=200 --notes=10000 --rooms=10 --pause=1000 (milliseconds between two notes of a reader).
const option = (name: string, given: number): number =>
  Number(process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? given);
const [READERS, NOTES, ROOMS, PAUSE] = [
  option('readers', 200),
  option('notes', 10_000),
  option('rooms', 10),
  option('pause', 1000),
];
const SECRET = 'a secret of the bench';

if (!hasRedis()) throw new Error('No Redis here: apt install redis-server.');
const redis = await startRedis();
const ports = [await freePort(), await freePort()];
const instances = ports.map((port) =>
  spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...process.env, PORT: String(port), ROOMS_SECRET: SECRET, ROOMS_REDIS: `127.0.0.1:${redis.port}` },
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);
await Promise.all(instances.map((instance) => new Promise((ready) => instance.stdout?.once('data', ready))));
const memory = () => instances.map(residentMegabytes);
const before = memory();

const each = NOTES / READERS;
const players = ports.map((port, instance) => {
  const numbers = Array.from({ length: READERS }, (_, i) => i).filter((i) => Math.floor(i / ROOMS) % 2 === instance);
  const part: Part = { url: `ws://127.0.0.1:${port}`, secret: SECRET, numbers, rooms: ROOMS, each, pause: PAUSE };
  const player = fork('scripts/bench/rooms/readers.ts', { execArgv: ['--import', 'tsx'] });
  player.send(part);
  return player;
});
await Promise.all(players.map((player) => told(player, 'ready')));
const connected = memory();
console.log(
  `${READERS} readers in ${ROOMS} rooms on 2 instances: ${before} MB empty, ${connected} MB with all connected`,
);

const began = performance.now();
const growth = setInterval(
  () => console.log(`  after ${Math.round((performance.now() - began) / 1000)} s: ${memory()} MB`),
  10_000,
);
for (const player of players) player.send('begin');
await Promise.all(players.map((player) => told(player, 'written')));
const took = (performance.now() - began) / 1000;
clearInterval(growth);
// What is on its way arrives.
await new Promise((resolve) => setTimeout(resolve, 5000));
console.log(
  `${NOTES} annotations written in ${took.toFixed(1)} s (${Math.round(NOTES / took)} a second): ${memory()} MB`,
);

const results = await Promise.all(
  players.map((player) => {
    const told = new Promise<{ seen: Seen; counts: { room: number; count: number }[] }>((resolve) =>
      player.once('message', (message) => resolve(message as never)),
    );
    player.send('end');
    return told;
  }),
);
const [first, second] = results.map(({ seen }) => seen);
const written = new Map(results.flatMap(({ seen }) => seen.written));
const inEachRoom = NOTES / ROOMS;
const missing = results
  .flatMap(({ counts }) => counts)
  .reduce((sum, { count }) => sum + Math.abs(inEachRoom - count), 0);
console.log(`lost at any reader: ${missing} of ${NOTES * (READERS / ROOMS)} notes that ${READERS} readers should have`);
for (const [name, from, to] of [
  ['first to second', first, second],
  ['second to first', second, first],
] as const) {
  const ids = new Set(from?.written.map(([id]) => id));
  const delays = (to?.arrived ?? []).filter(([id]) => ids.has(id)).map(([id, at]) => at - (written.get(id) ?? at));
  delays.sort((a, b) => a - b);
  const part = (share: number) => delays[Math.floor(delays.length * share)] ?? Number.NaN;
  console.log(
    `${name} instance, ${delays.length} arrivals: median ${part(0.5)}, 95 % ${part(0.95)}, most ${delays.at(-1)} ms`,
  );
}

// After both instances were closed, all of it is in Redis.
for (const instance of instances) {
  const over = new Promise((done) => instance.once('exit', done));
  instance.kill('SIGTERM');
  await over;
}
const client = new Redis(redis.port);
const sizes = await Promise.all((await client.keys('room *')).map((key) => client.strlen(key)));
client.disconnect();
const kept = sizes.reduce((sum, size) => sum + size, 0);
console.log(
  `kept: ${sizes.length} documents, ${(kept / 2 ** 20).toFixed(1)} MB, ${Math.round(kept / NOTES)} bytes an annotation`,
);
const { openRooms } = await import('../../server/rooms');
const port = await freePort();
const close = await openRooms({ port, secret: SECRET, keep: { redis: { host: '127.0.0.1', port: redis.port } } });
let found = 0;
for (let room = 0; room < ROOMS; room++) {
  const url = `ws://127.0.0.1:${port}`;
  const late = await joinRoom({ url, secret: SECRET, room: `room-${room}`, articleKey: '2022/11/one', member: 'late' });
  found += late.notes().length;
  late.close();
}
console.log(`a new instance finds ${found} of ${NOTES}`);
await close();
redis.stop();
process.exit(missing === 0 && found === NOTES ? 0 : 1);

function told(player: ChildProcess, what: string): Promise<void> {
  return new Promise((resolve) => {
    const hear = (message: unknown) => {
      if (message !== what) return;
      player.off('message', hear);
      resolve();
    };
    player.on('message', hear);
  });
}

/** Memory a process has in use, in whole megabytes (Linux). */
function residentMegabytes({ pid }: ChildProcess): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
