import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { joinRoom, type Reader, type ReaderOptions } from '../../scripts/bench/rooms/reader';
import { freePort, hasRedis, startRedis } from '../../scripts/bench/rooms/redis';
import { openRooms } from '../../server/rooms';
import { passOf, tokenOf } from '../../server/token';
import { eventually } from '../support/session';

const SECRET = 'only the server knows';
const ARTICLE = '2022/11/one';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const deed of cleanUp.splice(0).reverse()) await deed();
});

async function room(port: number, who: Partial<ReaderOptions> & { name: string }): Promise<Reader> {
  const url = `ws://127.0.0.1:${port}`;
  const reader = await joinRoom({ url, secret: SECRET, room: 'class', articleKey: ARTICLE, ...who });
  cleanUp.push(reader.close);
  return reader;
}

function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rooms-'));
  cleanUp.push(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('a token', () => {
  it('is read by its own secret, whole, and in its time only', () => {
    const pass = { room: 'class', role: 'read' as const, name: 'Nguyễn', until: 1000 };
    const token = tokenOf(pass, SECRET);
    expect(passOf(token, SECRET, 999)).toEqual(pass);
    expect(passOf(token, SECRET, 1000)).toBeNull();
    expect(passOf(token, 'another', 999)).toBeNull();
    const forged = Buffer.from(JSON.stringify({ ...pass, role: 'write' })).toString('base64url');
    expect(passOf(`${forged}.${token.split('.')[1]}`, SECRET, 999)).toBeNull();
    for (const nonsense of ['', '.', 'a.b', token.slice(0, -2)]) expect(passOf(nonsense, SECRET, 999)).toBeNull();
  });
});

describe('a reading room', () => {
  it('shows who is present, and what one writes to all within two seconds', async () => {
    const port = await freePort();
    cleanUp.push(await openRooms({ port, secret: SECRET, keep: { folder: tempFolder() } }));
    const [ann, bao] = [await room(port, { name: 'Ann' }), await room(port, { name: 'Bảo' })];
    for (const one of [ann, bao])
      await eventually(
        async () => one.present(),
        (names) => String(names) === 'Ann,Bảo',
      );
    const id = ann.write('a note');
    await eventually(
      async () => bao.annotations(),
      (ids) => ids.includes(id),
      2000,
    );
    bao.close();
    await eventually(
      async () => ann.present(),
      (names) => String(names) === 'Ann',
    );
  });

  it('lets in who has a token for it, and lets write who may', async () => {
    const port = await freePort();
    cleanUp.push(await openRooms({ port, secret: SECRET, keep: { folder: tempFolder() } }));
    const ann = await room(port, { name: 'Ann' });
    const guest = await room(port, { name: 'Guest', role: 'read' });
    guest.write('not allowed');
    const id = ann.write('allowed');
    await eventually(
      async () => guest.annotations(),
      (ids) => ids.includes(id),
    );
    const late = await room(port, { name: 'Late' });
    expect(late.annotations()).toEqual([id]);
    const until = Date.now() + 60_000;
    const other = tokenOf({ room: 'another', role: 'write', name: 'Eve', until }, SECRET);
    const forged = tokenOf({ room: 'class', role: 'write', name: 'Eve', until }, 'guessed');
    for (const token of [other, forged]) await expect(room(port, { name: 'Eve', token })).rejects.toThrow();
    await expect(room(port, { name: 'Eve', room: 'class/..', articleKey: '' })).rejects.toThrow();
  });

  it('keeps what was written when it is closed and opened again', async () => {
    const folder = tempFolder();
    const port = await freePort();
    const close = await openRooms({ port, secret: SECRET, keep: { folder } });
    const ann = await room(port, { name: 'Ann' });
    const bao = await room(port, { name: 'Bảo' });
    const id = ann.write('kept');
    await eventually(
      async () => bao.annotations(),
      (ids) => ids.includes(id),
    );
    ann.close();
    bao.close();
    await close();
    const again = await freePort();
    cleanUp.push(await openRooms({ port: again, secret: SECRET, keep: { folder } }));
    expect((await room(again, { name: 'Late' })).annotations()).toEqual([id]);
  });

  it.skipIf(!hasRedis())('is one room on two instances that share a Redis', async () => {
    const redis = await startRedis();
    cleanUp.push(redis.stop);
    const keep = { redis: { host: '127.0.0.1', port: redis.port } };
    const ports = [await freePort(), await freePort()];
    for (const port of ports) cleanUp.push(await openRooms({ port, secret: SECRET, keep }));
    const readers: Reader[] = [];
    for (let i = 0; i < 10; i++) readers.push(await room(ports[i % 2] ?? 0, { name: `Reader ${i}` }));
    const written: string[] = [];
    for (let i = 0; i < 100; i++) written.push(readers[i % 10]?.write(`note ${i}`) ?? '');
    for (const reader of readers) {
      await eventually(
        async () => reader.annotations().sort(),
        (ids) => String(ids) === String(written.sort()),
      );
      expect(reader.present()).toHaveLength(10);
    }
  });
});
