import { type ChildProcess, fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
import { openRooms } from '../../server/rooms';
import { joinRoom } from './rooms/reader';
import type { Part, Seen } from './rooms/readers';
import { freePort, hasRedis, startRedis } from './rooms/redis';

// Two instances of the reading rooms behind one Redis, and readers without browsers who all write: whether anything is
// lost, how long a note takes to the others, what memory and processor time an instance needs. docs/scale.md has the
// figures. Options: --readers=200 (or several sizes: 25,50,100) --each=50 (notes of a reader) --room=25 (readers of a room) --pause=2000
// (milliseconds between two notes of a reader).
const option = (name: string, given: string): string =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? given;
const SIZES = option('readers', '200').split(',').map(Number);
const [EACH, IN_ROOM, PAUSE] = [option('each', '50'), option('room', '25'), option('pause', '2000')].map(Number) as [
  number,
  number,
  number,
];
const SECRET = 'a secret of the bench';

if (!hasRedis()) throw new Error('No Redis here: apt install redis-server.');
/** What this run has started; nothing of it outlives us. */
let started: { kill: (signal: 'SIGKILL') => unknown }[] = [];
process.once('exit', () => {
  for (const one of started) one.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
let lost = 0;
for (const readers of SIZES) lost += await run(readers);
process.exit(lost === 0 ? 0 : 1);

/** One run, with instances and a Redis of its own. @returns how much was lost, over all readers */
async function run(count: number): Promise<number> {
  const rooms = Math.ceil(count / IN_ROOM);
  const inRoom = (count / rooms) * EACH;
  if (!Number.isInteger(inRoom)) throw new Error(`${count} readers do not fill ${rooms} rooms evenly`);
  const redis = await startRedis();
  started = [{ kill: redis.stop }];
  const ports = [await freePort(), await freePort()];
  const instances = ports.map((port) =>
    spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      env: { ...process.env, PORT: String(port), ROOMS_SECRET: SECRET, ROOMS_REDIS: `127.0.0.1:${redis.port}` },
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  started.push(...instances);
  await Promise.all(instances.map((instance) => new Promise((ready) => instance.stdout?.once('data', ready))));
  const empty = instances.map(residentMegabytes);

  const players = ports.map((port, instance) => {
    // Half of every room on either instance.
    const numbers = Array.from({ length: count }, (_, i) => i).filter((i) => Math.floor(i / rooms) % 2 === instance);
    const url = `ws://127.0.0.1:${port}`;
    const part: Part = { url, secret: SECRET, numbers, rooms, each: EACH, pause: PAUSE, inRoom };
    const player = fork('scripts/bench/rooms/readers.ts', { execArgv: ['--import', 'tsx'] });
    started.push(player);
    player.send(part);
    return player;
  });
  await Promise.all(players.map((player) => told(player)));
  const connected = instances.map(residentMegabytes);
  const idle = instances.map(processorSeconds);
  const began = performance.now();
  for (const player of players) player.send('begin');
  await Promise.all(players.map((player) => told(player)));
  const took = (performance.now() - began) / 1000;
  for (const player of players) player.send('settle');
  const seen = (await Promise.all(players.map((player) => told(player)))) as Seen[];
  const after = instances.map(residentMegabytes);
  const busy = instances.map((instance, i) => processorSeconds(instance) - (idle[i] ?? 0));

  // What is in Redis once both instances were closed, a new one finds.
  for (const instance of instances) {
    const over = new Promise((done) => instance.once('exit', done));
    instance.kill('SIGTERM');
    await over;
  }
  const client = new Redis(redis.port);
  let kept = 0;
  for (const key of await client.keys('room *')) kept += await client.hstrlen(key, 'state');
  client.disconnect();
  const port = await freePort();
  const close = await openRooms({ port, secret: SECRET, keep: { redis: { host: '127.0.0.1', port: redis.port } } });
  let found = 0;
  for (let room = 0; room < rooms; room++) {
    const url = `ws://127.0.0.1:${port}`;
    const late = await joinRoom({
      url,
      secret: SECRET,
      room: `room-${room}`,
      articleKey: '2022/11/one',
      member: 'late',
    });
    found += late.notes().length;
    late.close();
  }
  await close();
  redis.stop();

  const notes = count * EACH;
  const missing = seen.reduce((sum, one) => sum + one.missing, 0);
  const times = new Map(seen.flatMap(({ written }) => written));
  const delays = seen.flatMap(({ arrived }) => arrived.map(([key, at]) => at - (times.get(key) ?? Number.NaN)));
  delays.sort((a, b) => a - b);
  const part = (share: number) => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))];
  console.log(`${count} readers in ${rooms} rooms, ${notes} notes in ${took.toFixed(0)} s, ${delays.length} arrivals
  lost: ${missing} at readers, ${notes - found} at a new instance; connections ended: ${seen[0]?.ended}, ${seen[1]?.ended}
  to the others: median ${part(0.5)}, 95 % ${part(0.95)}, most ${delays.at(-1)} ms
  memory: ${empty} MB empty, ${connected} with all connected, ${after} after; processor: ${busy.map((s) => s.toFixed(1))} s
  kept: ${(kept / 2 ** 20).toFixed(2)} MB, ${Math.round(kept / notes)} bytes a note`);
  return missing + (notes - found);
}

function told(player: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => player.once('message', resolve));
}

/** Memory a process has in use, in whole megabytes (Linux). */
function residentMegabytes({ pid }: ChildProcess): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

/** Processor time a process has used, in seconds (Linux, where a tick is 10 ms). */
function processorSeconds({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
