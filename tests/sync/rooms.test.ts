import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { joinRoom, type Reader, type ReaderOptions } from '../../scripts/bench/rooms/reader';
import { freePort, hasRedis, startRedis } from '../../scripts/bench/rooms/redis';
import { invitationOf, passOf } from '../../server/invitation';
import { openRooms } from '../../server/rooms';
import { enterRoom, type RoomView } from '../../src/reading-room/room';
import { NOTES } from '../../src/reading-room/shelf';
import { eventually } from '../support/session';
import { annotation } from '../unit/exchange/arbitrary';
import { mayBeMissing } from './servers';

const SECRET = 'only the server knows';
const ARTICLE = '2022/11/one';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const deed of cleanUp.splice(0).reverse()) await deed();
});

type Who = Partial<ReaderOptions> & Pick<ReaderOptions, 'member'>;
async function room(port: number, who: Who): Promise<Reader> {
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

async function openServer(folder = tempFolder()): Promise<number> {
  const port = await freePort();
  cleanUp.push(await openRooms({ port, secret: SECRET, keep: { folder } }));
  return port;
}

const pass = { room: 'class', role: 'write' as const, until: 4e12 };
const has = (reader: Reader, ...keys: string[]) =>
  eventually(
    async () => reader.notes().sort(),
    (seen) => String(seen) === String(keys.sort()),
  );

/** A reader as the extension has one: by enterRoom(). */
function visit(port: number, member: string, name: string, role: 'read' | 'write' = 'write') {
  Object.assign(globalThis, { WebSocket });
  const seen: { view: RoomView | null } = { view: null };
  const visitor = {
    url: `ws://127.0.0.1:${port}`,
    invitation: invitationOf({ ...pass, role, member }, SECRET),
    name,
    device: 'here',
  };
  const entered = enterRoom(visitor, ARTICLE, (view) => {
    seen.view = view;
  });
  cleanUp.push(entered.leave);
  const sees = (wanted: (view: RoomView) => boolean) =>
    eventually(
      async () => seen.view,
      (view) => view !== null && wanted(view),
    );
  return { ...entered, sees };
}

describe('an invitation', () => {
  it('is read by its own secret, whole, and in its time only', () => {
    const given = { room: 'class', role: 'read' as const, member: 'm-1', until: 1000 };
    const invitation = invitationOf(given, SECRET);
    expect(passOf(invitation, SECRET, 999)).toEqual(given);
    expect(passOf(invitation, SECRET, 1000)).toBeNull();
    expect(passOf(invitation, 'another', 999)).toBeNull();
    const forged = Buffer.from(JSON.stringify({ ...given, role: 'write' })).toString('base64url');
    expect(passOf(`${forged}.${invitation.split('.')[1]}`, SECRET, 999)).toBeNull();
    for (const nonsense of ['', '.', 'a.b', invitation.slice(0, -2)]) expect(passOf(nonsense, SECRET, 999)).toBeNull();
    // A name that would reach into another room, or onto another shelf.
    for (const bad of [{ room: 'class/2022' }, { member: 'm/1' }])
      expect(passOf(invitationOf({ ...given, ...bad }, SECRET), SECRET, 999)).toBeNull();
  });
});

describe('a reading room', () => {
  it('shows who is present, and what one shares to all, by the name they chose', async () => {
    const port = await openServer();
    const [ann, bao] = [visit(port, 'm-1', 'Ann'), visit(port, 'm-2', 'Bảo')];
    await ann.sees(({ present }) => String(present) === 'Bảo');
    await bao.sees(({ present }) => String(present) === 'Ann');
    const first = annotation({ note: 'a note', tags: ['private'] });
    const second = annotation({ id: '019357a0-0000-7000-8000-000000000002', note: 'another' });
    const began = Date.now();
    ann.share([first, second]);
    const view = await bao.sees(({ others }) => others[0]?.notes.length === 2);
    // Two seconds are promised; beside two browsers on two cores it is told, not demanded.
    console.log(`shared with another in ${Date.now() - began} ms`);
    expect(view?.others[0]?.name).toBe('Ann');
    expect(JSON.stringify(view)).not.toContain('private');
    ann.share([{ ...second, note: 'another, changed' }]);
    await bao.sees(({ others }) => String(others[0]?.notes.map(({ note }) => note)) === 'another, changed');
    ann.share(null);
    await bao.sees(({ others }) => others.length === 0);
    ann.leave();
    await bao.sees(({ present }) => present.length === 0);
  });

  it('lets in who is invited to it, and lets write who may', async () => {
    const port = await openServer();
    const ann = await room(port, { member: 'ann' });
    const guest = await room(port, { member: 'guest', role: 'read' });
    guest.write('not allowed');
    const id = ann.write('allowed');
    await eventually(
      async () => guest.notes(),
      (keys) => keys.includes(id),
    );
    const late = await room(port, { member: 'late' });
    expect(late.notes()).toEqual([id]);
    const other = invitationOf({ ...pass, room: 'another', member: 'eve' }, SECRET);
    const forged = invitationOf({ ...pass, member: 'eve' }, 'guessed');
    for (const invitation of [other, forged])
      await expect(room(port, { member: 'eve', invitation })).rejects.toThrow('refused');
    // Pages that are no articles are nobody's business.
    await expect(room(port, { member: 'eve', articleKey: 'https://example.org/' })).rejects.toThrow('refused');
  });

  it('says that an invitation does not hold', async () => {
    const port = await openServer();
    Object.assign(globalThis, { WebSocket });
    const views: RoomView[] = [];
    const visitor = {
      url: `ws://127.0.0.1:${port}`,
      invitation: invitationOf({ ...pass, member: 'm', until: 5 }, SECRET),
      name: 'Ann',
      device: 'here',
    };
    cleanUp.push(enterRoom(visitor, ARTICLE, (view) => views.push(view)).leave);
    await eventually(
      async () => views.at(-1)?.state,
      (state) => state === 'refused',
    );
  });

  it('keeps what was shared when it is closed and opened again; who was there comes back, and says what was said meanwhile', async () => {
    const folder = tempFolder();
    const port = await freePort();
    const close = await openRooms({ port, secret: SECRET, keep: { folder } });
    const ann = visit(port, 'ann', 'Ann');
    const bao = visit(port, 'bao', 'Bảo');
    ann.share([annotation({ note: 'kept' })]);
    await bao.sees(({ others }) => others.length === 1);
    bao.leave();
    await close();
    await ann.sees(({ state }) => state === 'away');
    ann.share([annotation({ note: 'said while it was closed' })]);
    cleanUp.push(await openRooms({ port, secret: SECRET, keep: { folder } }));
    const late = visit(port, 'late', 'Late');
    await late.sees(({ others }) => others[0]?.notes[0]?.note === 'said while it was closed');
  });

  it.skipIf(!hasRedis() && mayBeMissing())(
    `is one room on two instances that share a Redis${hasRedis() ? '' : ': redis-server is not installed here'}`,
    async () => {
      const redis = await startRedis();
      cleanUp.push(redis.stop);
      const keep = { redis: { host: '127.0.0.1', port: redis.port } };
      const ports = [await freePort(), await freePort()];
      for (const port of ports) cleanUp.push(await openRooms({ port, secret: SECRET, keep }));
      const readers: Reader[] = [];
      for (let i = 0; i < 10; i++) readers.push(await room(ports[i % 2] ?? 0, { member: `m-${i}` }));
      const written: string[] = [];
      for (let i = 0; i < 100; i++) written.push(readers[i % 10]?.write(`note ${i}`) ?? '');
      for (const reader of readers) {
        await has(reader, ...written);
        await eventually(
          async () => reader.present().length,
          (count) => count === 10,
        );
      }
    },
  );
});

describe('a malicious member', () => {
  it('is put out who writes on the shelf of another, or deletes there; nobody sees any of it', async () => {
    const port = await openServer();
    const ann = await room(port, { member: 'ann' });
    const kept = ann.write('Ann’s');
    const deeds: ((eve: Reader) => void)[] = [
      (eve) => eve.write('not Ann’s', 'ann'),
      (eve) => eve.doc.getMap(NOTES).delete(kept),
      (eve) => eve.doc.getMap(NOTES).set(kept, 'other words'),
      (eve) => eve.doc.getMap(NOTES).clear(),
      (eve) => eve.doc.getMap('elsewhere').set('eve/d', 'x'),
      (eve) => eve.doc.getArray('elsewhere').insert(0, ['x']),
      (eve) => eve.write('x'.repeat(3_000_000)),
      (eve) => eve.write('x'.repeat(5_000_000)),
    ];
    for (const [i, deed] of deeds.entries()) {
      const eve = await room(port, { member: 'eve' });
      await has(eve, kept);
      deed(eve);
      await eve.closed;
      eve.close();
      expect(ann.notes(), `deed ${i}`).toEqual([kept]);
    }
    const late = await room(port, { member: 'late' });
    expect(late.notes()).toEqual([kept]);
    expect(late.doc.getMap(NOTES).get(kept)).toContain('Ann’s');
    expect(late.doc.share.size).toBe(1);
  });

  it('is put out who says to be another', async () => {
    const port = await openServer();
    const ann = visit(port, 'ann', 'Ann');
    const eve = await room(port, { member: 'eve', presence: { member: 'bob', name: 'Bob' } });
    await eve.closed;
    await room(port, { member: 'carl' });
    const view = await ann.sees(({ present }) => present.length > 0);
    expect(view?.present).toEqual(['carl']);
  });

  it('who shares nonsense on a shelf of their own is passed over', async () => {
    const port = await openServer();
    const eve = await room(port, { member: 'eve' });
    const good = annotation({ note: '<img src=x onerror=alert(1)>' });
    const map = eve.doc.getMap<string>(NOTES);
    const json = (change: object) => JSON.stringify({ ...JSON.parse(map.get(eve.write('x')) ?? ''), ...change });
    for (const [i, value] of [
      '{',
      '"text"',
      'null',
      json({ id: 'no id' }),
      json({ color: 'url(x)' }),
      json({ note: 'x'.repeat(30_000) }),
      json({ note: 5 }),
      json({ more: 'x' }),
      json({ created: 1e300 }),
      json({ target: { kind: 'words', exact: '' } }),
      `${'['.repeat(50_000)}`,
    ].entries())
      map.set(`eve/d/${good.id.slice(0, -2)}${10 + i}`, value);
    for (const key of ['eve', 'eve/d/x/y/z', 'eve//x', '', '/']) if (key.startsWith('eve/')) map.set(key, 'x');
    for (const key of eve.notes()) if (map.get(key)?.includes('"note":"x"')) map.delete(key);
    const ann = visit(port, 'ann', 'Ann');
    const bob = visit(port, 'bob', '  \u202eboB\u0000 ');
    bob.share([good]);
    const view = await ann.sees(({ others }) => others.length > 0);
    expect(view?.others.map(({ name, notes }) => [name, notes.map(({ note }) => note)])).toEqual([
      ['boB', [good.note]],
    ]);
  });
});
