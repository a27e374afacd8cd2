import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { joinRoom, KEPT, type Reader, type ReaderOptions } from '../../scripts/bench/rooms/reader';
import { freePort, hasRedis, startRedis } from '../../scripts/bench/rooms/redis';
import { invitationOf, passOf, roomKey } from '../../server/invitation';
import { openKeep } from '../../server/keep';
import { openRooms } from '../../server/rooms';
import { passIn, sealKeyIn, tokenOf } from '../../src/reading-room/pass';
import { enterRoom, type RoomView } from '../../src/reading-room/room';
import { sealOf } from '../../src/reading-room/seal';
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
const KEY = roomKey(KEPT, 'class');
const has = (reader: Reader, ...keys: string[]) =>
  eventually(
    async () => reader.notes().sort(),
    (seen) => String(seen) === String(keys.sort()),
  );

/** A reader as the extension has one: by enterRoom(). */
async function visit(port: number, member: string, name: string, role: 'read' | 'write' = 'write') {
  Object.assign(globalThis, { WebSocket });
  const seen: { view: RoomView | null } = { view: null };
  const visitor = {
    url: `ws://127.0.0.1:${port}`,
    invitation: await invitationOf({ ...pass, role, member }, SECRET, KEY),
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
  it('is read by its own secret, whole, and in its time only', async () => {
    const given = { room: 'class', role: 'read' as const, member: 'm-1', until: 1000 };
    const invitation = await invitationOf(given, SECRET, KEY);
    const token = tokenOf(invitation);
    expect(passOf(token, SECRET, 999)).toMatchObject(given);
    expect(passOf(token, SECRET, 1000)).toBeNull();
    expect(passOf(token, 'another', 999)).toBeNull();
    const forged = Buffer.from(JSON.stringify({ ...given, role: 'write' })).toString('base64url');
    expect(passOf(`${forged}.${invitation.split('.')[1]}`, SECRET, 999)).toBeNull();
    for (const nonsense of ['', '.', 'a.b', token.slice(0, -2)]) expect(passOf(nonsense, SECRET, 999)).toBeNull();
    // A name that would reach into another room, or onto another shelf.
    for (const bad of [{ room: 'class/2022' }, { member: 'm/1' }])
      expect(passOf(tokenOf(await invitationOf({ ...given, ...bad }, SECRET, KEY)), SECRET, 999)).toBeNull();
  });

  it('brings the room’s key, which the server is not shown, and which a wrong letter does not pass for', async () => {
    const invitation = await invitationOf({ ...pass, member: 'm-1' }, SECRET, KEY);
    expect(await sealKeyIn(invitation)).toEqual(KEY);
    expect(invitation).toBe(`${tokenOf(invitation)}.${Buffer.from(KEY).toString('base64url')}`);
    expect(JSON.stringify(passIn(invitation))).not.toContain(Buffer.from(KEY).toString('base64url').slice(0, 6));
    const at = invitation.length - 20;
    const wrong = `${invitation.slice(0, at)}${invitation[at] === 'A' ? 'B' : 'A'}${invitation.slice(at + 1)}`;
    for (const spoiled of [wrong, tokenOf(invitation), `${invitation}A`, invitation.slice(0, -1), `${invitation}.A`])
      expect(await sealKeyIn(spoiled)).toBeNull();
    expect(roomKey(KEPT, 'class')).not.toEqual(roomKey(KEPT, 'another'));
  });
});

describe('a reading room', () => {
  it('shows who is present, and what one shares to all, by the name they chose', async () => {
    const port = await openServer();
    const [ann, bao] = [await visit(port, 'm-1', 'Ann'), await visit(port, 'm-2', 'Bảo')];
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
    await guest.write('not allowed');
    const id = await ann.write('allowed');
    await eventually(
      async () => guest.notes(),
      (keys) => keys.includes(id),
    );
    const late = await room(port, { member: 'late' });
    expect(late.notes()).toEqual([id]);
    const other = await invitationOf({ ...pass, room: 'another', member: 'eve' }, SECRET, KEY);
    const forged = await invitationOf({ ...pass, member: 'eve' }, 'guessed', KEY);
    for (const invitation of [other, forged])
      await expect(room(port, { member: 'eve', invitation })).rejects.toThrow('refused');
    // Nothing that tells an article by its name, or is a document of the sender's own making.
    for (const document of ['class/2022/11/one', 'class/', 'class', 'another/door', `class/${'x'.repeat(44)}`])
      await expect(room(port, { member: 'eve', document })).rejects.toThrow('refused');
    // Pages that are no articles are nobody's business.
    const visitor = { url: 'ws://127.0.0.1:9/', invitation: forged, name: 'Eve', device: 'here' };
    expect(() => enterRoom(visitor, 'https://example.org/', () => {})).toThrow('not invited');
  });

  it('says that an invitation does not hold', async () => {
    const port = await openServer();
    Object.assign(globalThis, { WebSocket });
    const views: RoomView[] = [];
    const visitor = {
      url: `ws://127.0.0.1:${port}`,
      invitation: await invitationOf({ ...pass, member: 'm', until: 5 }, SECRET, KEY),
      name: 'Ann',
      device: 'here',
    };
    cleanUp.push(enterRoom(visitor, ARTICLE, (view) => views.push(view)).leave);
    await eventually(
      async () => views.at(-1)?.state,
      (state) => state === 'refused',
    );
  });

  it('is sealed: who carries and keeps it reads no note, no name, and not which article it is about', async () => {
    const folder = tempFolder();
    const port = await freePort();
    const close = await openRooms({ port, secret: SECRET, keep: { folder } });
    const heard: string[] = [];
    const send = WebSocket.prototype.send;
    cleanUp.push(() => {
      WebSocket.prototype.send = send;
    });
    WebSocket.prototype.send = function (this: WebSocket, ...message: unknown[]) {
      heard.push(Buffer.from(message[0] as Uint8Array).toString('latin1'));
      return send.apply(this, message as Parameters<typeof send>);
    };
    const [ann, bao] = [await visit(port, 'm-1', 'Annabel'), await visit(port, 'm-2', 'Bảo')];
    ann.share([annotation({ note: 'what only the room may know' })]);
    const view = await bao.sees(({ others, present }) => others.length === 1 && present.length === 1);
    expect([view?.present, view?.others[0]?.name]).toEqual([['Annabel'], 'Annabel']);
    await close();
    const kept = readdirSync(folder).map((name) => {
      const stem = Buffer.from(name.replace('.yjs', ''), 'base64url').toString();
      return stem + readFileSync(join(folder, name), 'latin1');
    });
    expect(kept.length).toBeGreaterThan(0);
    // Its own name, the room's, is there to be seen: so it was looked where the others would be.
    expect(kept.join()).toContain('class/');
    expect(heard.join()).toContain('m-1');
    for (const secret of ['only the room', 'Annabel', ARTICLE, 'exact', Buffer.from(KEY).toString('base64url')])
      for (const seen of [...kept, ...heard]) expect(seen).not.toContain(secret);
  });

  it.for(['folder', 'redis'] as const)(
    'puts out whose invitation is taken back, at once and for good; others stay (%s)',
    async (where, { skip }) => {
      skip(where === 'redis' && !hasRedis() && mayBeMissing(), 'redis-server is not installed here');
      const redis = where === 'redis' ? await startRedis() : null;
      if (redis) cleanUp.push(redis.stop);
      const keep = redis ? { redis: { host: '127.0.0.1', port: redis.port } } : { folder: tempFolder() };
      const port = await freePort();
      cleanUp.push(await openRooms({ port, secret: SECRET, keep }));
      const [ann, eve] = [await visit(port, 'ann', 'Ann'), await visit(port, 'eve', 'Eve')];
      await ann.sees(({ present }) => String(present) === 'Eve');
      const { kept, close } = openKeep(keep);
      cleanUp.push(close);
      await kept.putOut('class', 'eve');
      await eve.sees(({ state }) => state === 'refused');
      await ann.sees(({ state, present }) => state === 'open' && present.length === 0);
      const again = await visit(port, 'eve', 'Eve');
      await again.sees(({ state }) => state === 'refused');
      const elsewhere = await room(port, { member: 'eve', room: 'another' });
      elsewhere.close();
    },
  );

  it('keeps what was shared when it is closed and opened again; who was there comes back, and says what was said meanwhile', async () => {
    const folder = tempFolder();
    const port = await freePort();
    const close = await openRooms({ port, secret: SECRET, keep: { folder } });
    const ann = await visit(port, 'ann', 'Ann');
    const bao = await visit(port, 'bao', 'Bảo');
    ann.share([annotation({ note: 'kept' })]);
    await bao.sees(({ others }) => others.length === 1);
    bao.leave();
    await close();
    await ann.sees(({ state }) => state === 'away');
    ann.share([annotation({ note: 'said while it was closed' })]);
    cleanUp.push(await openRooms({ port, secret: SECRET, keep: { folder } }));
    const late = await visit(port, 'late', 'Late');
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
      for (let i = 0; i < 100; i++) written.push((await readers[i % 10]?.write(`note ${i}`)) ?? '');
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
    const kept = await ann.write('Ann’s');
    const said = ann.doc.getMap<string>(NOTES).get(kept);
    const deeds: ((eve: Reader) => unknown)[] = [
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
    expect(late.doc.getMap(NOTES).get(kept)).toBe(said);
    expect(late.doc.share.size).toBe(1);
  });

  it('is put out who says to be another', async () => {
    const port = await openServer();
    const ann = await visit(port, 'ann', 'Ann');
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
    const now = Date.now();
    const note = {
      id: '',
      target: { kind: 'words', quote: { exact: 'words', prefix: '', suffix: '' } },
      color: 'blue',
      note: 'x',
      created: now,
      updated: now,
    };
    const ids = Array.from({ length: 20 }, (_, i) => `${good.id.slice(0, -2)}${10 + i}`);
    const json = (i: number, change: object) => JSON.stringify({ ...note, id: ids[i], ...change });
    for (const [i, words] of [
      '{',
      '"text"',
      'null',
      json(3, { id: 'no id' }),
      json(4, { color: 'url(x)' }),
      json(5, { note: 'x'.repeat(30_000) }),
      json(6, { note: 5 }),
      json(7, { more: 'x' }),
      json(8, { created: 1e300 }),
      json(9, { target: { kind: 'words', quote: { exact: '', prefix: '', suffix: '' } } }),
      json(10, { target: { kind: 'words', quote: { exact: 'x', prefix: '', suffix: '', rivals: { same: 0 } } } }),
      `${'['.repeat(50_000)}`,
    ].entries())
      await eve.put(`eve/d/${ids[i]}`, words);
    for (const key of ['eve/d/x/y/z', 'eve//x']) await eve.put(key, 'x');
    const map = eve.doc.getMap<string>(NOTES);
    // Not sealed at all, not for this place, not for this room, and not for this article.
    map.set(`eve/d/${ids[15]}`, json(15, {}));
    await eve.put(`eve/d/${ids[16]}`, json(17, {}));
    map.set(`eve/d/${ids[17]}`, map.get(`eve/d/${ids[16]}`) ?? '');
    const others = [await sealOf(roomKey(KEPT, 'another'), ARTICLE), await sealOf(KEY, '2022/11/another')];
    for (const [i, seal] of others.entries())
      map.set(`eve/d/${ids[18 + i]}`, await seal.seal(`eve/d/${ids[18 + i]}`, json(18 + i, {})));
    const ann = await visit(port, 'ann', 'Ann');
    const bob = await visit(port, 'bob', '  \u202eboB\u0000 ');
    bob.share([good]);
    const view = await ann.sees(({ others }) => others.length > 0);
    expect(view?.others.map(({ name, notes }) => [name, notes.map(({ note }) => note)])).toEqual([
      ['boB', [good.note]],
    ]);
  });
});
