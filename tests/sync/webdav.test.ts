import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sameBytes } from '../../src/core/bytes';
import { FolderError } from '../../src/sync/folder';
import { joinFolder, opensFolder, tryFolder } from '../../src/sync/join';
import { newSecret, sealerOf } from '../../src/sync/secret';
import { folderAddress, webdavFolder } from '../../src/sync/webdav';
import { type DavServer, mayBeMissing, missingFor, PASSWORD, type ServerKind, startServer, USER } from './servers';

const troubleOf = (deed: Promise<unknown>): Promise<string> =>
  deed.then(
    () => 'none',
    (error: unknown) => (error instanceof FolderError ? error.trouble : String(error)),
  );

for (const kind of ['apache2', 'nginx', 'rclone'] satisfies ServerKind[]) {
  const missing = missingFor(kind);
  describe.skipIf(missing && mayBeMissing())(`${kind}${missing ? `: ${missing} is not installed here` : ''}`, () => {
    let server: DavServer;
    beforeAll(async () => {
      server = await startServer(kind);
    });
    afterAll(() => server?.stop());
    const place = (change: { url?: string; user?: string; password?: string } = {}) =>
      webdavFolder({ url: `${server.url}notes/`, user: USER, password: PASSWORD, ...change });

    it('is made ready, tried, and left as clean as it was', async () => {
      expect(await tryFolder(place())).toEqual({ inUse: false });
      expect(readdirSync(join(server.files, 'notes'))).toEqual([]);
      expect(await tryFolder(place())).toEqual({ inUse: false });
    });

    it('keeps what it is given, byte for byte, and lists it', async () => {
      const folder = place();
      const sealer = await sealerOf(newSecret());
      const sealed = await Promise.all(
        [0, 1, 1000, 2_000_000].map((length) => sealer.seal(new Uint8Array(length).fill(7))),
      );
      for (const { name, file } of sealed) await folder.write(name, file);
      // Written again, as after a connection that broke before the answer.
      for (const { name, file } of sealed) await folder.write(name, file);
      expect((await folder.list()).sort()).toEqual(sealed.map(({ name }) => name).sort());
      for (const { name, file } of sealed) {
        expect(sameBytes((await folder.read(name)) ?? new Uint8Array(), file), `${file.length} bytes`).toBe(true);
      }
      expect(readFileSync(join(server.files, 'notes', sealed[0]?.name ?? '')).length).toBe(28);
      for (const { name } of sealed) await folder.remove(name);
      for (const { name } of sealed) await folder.remove(name);
      expect(await folder.list()).toEqual([]);
      expect(await folder.read(sealed[0]?.name ?? '')).toBeNull();
    });

    it('is joined by the passphrase of its first device, and tells another one', async () => {
      const secret = await joinFolder(place(), 'a long passphrase');
      expect(await joinFolder(place(), 'a long passphrase')).toEqual(secret);
      expect(await joinFolder(place(), 'another passphrase')).toBeNull();
      expect(await tryFolder(place())).toEqual({ inUse: true });
      const { name, file } = await (await sealerOf(secret ?? newSecret())).seal(new Uint8Array([1]));
      await place().write(name, file);
      expect(await opensFolder(place(), secret ?? newSecret())).toBe(true);
      expect(await opensFolder(place(), newSecret())).toBe(false);
    });

    it('says what is wrong in words of its own', async () => {
      expect(await troubleOf(tryFolder(place({ password: 'wrong' })))).toBe('denied');
      expect(await troubleOf(tryFolder(place({ url: `${server.url}no/such/` })))).toBe('missing');
      expect(await troubleOf(tryFolder(place({ url: 'http://127.0.0.1:9/' })))).toBe('offline');
    });

    // rclone runs as whoever runs the tests; root may write anywhere.
    it.skipIf(kind === 'rclone')('tells a folder that may be read and not written', async () => {
      const folder = place({ url: `${server.url}readonly/` });
      await tryFolder(folder);
      const path = join(server.files, 'readonly');
      chmodSync(path, 0o555);
      expect(await troubleOf(tryFolder(folder))).toBe('readonly');
      rmSync(path, { recursive: true });
    });
  });
}

describe('the address of a folder', () => {
  it('is https, or http on this computer, without a password in it', () => {
    expect(folderAddress(' https://cloud.example/dav/files/me/notes ')).toBe(
      'https://cloud.example/dav/files/me/notes/',
    );
    expect(folderAddress('http://127.0.0.1:8080')).toBe('http://127.0.0.1:8080/');
    for (const bad of ['http://nas.local/dav', 'ftp://a.example/', 'https://me:secret@a.example/', 'notes', '']) {
      expect(folderAddress(bad), bad).toBeNull();
    }
  });
});
