import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json';

const files = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path, ending) : ending.test(name) ? [path] : [];
  });

describe('the reader stays alone', () => {
  it('only the packs, the library, which syncs, and the panel, for a reading room, may reach a host; every other page of ours says so to the browser', () => {
    expect(manifest.content_security_policy.extension_pages).toContain(
      "connect-src 'self' https: wss: http://localhost:* http://127.0.0.1:* ws://localhost:* ws://127.0.0.1:*;",
    );
    const policies = files('src', /\.html$/).map((path) => [
      relative('src', dirname(path)),
      /<meta http-equiv="Content-Security-Policy" content="connect-src 'self'(.*)" \/>/.exec(
        readFileSync(path, 'utf8'),
      )?.[1],
    ]);
    // No policy of its own: that of the manifest.
    expect(policies.filter(([, wider]) => wider !== '')).toEqual([
      ['library', undefined],
      ['packs-page', ' https:'],
      ['panel', ' wss: ws://localhost:* ws://127.0.0.1:*'],
    ]);
  });

  it('nothing asks the network but what reads our own files, the pack whose address was typed, sync, and the reading room', () => {
    const asking = files('src', /\.tsx?$/).filter((path) =>
      /\bfetch\((?!\))|XMLHttpRequest|sendBeacon|WebSocket|new HocuspocusProvider|EventSource/.test(
        readFileSync(path, 'utf8'),
      ),
    );
    expect(asking.map((path) => relative('src', path)).sort()).toEqual([
      join('claims', 'archive.ts'),
      join('i18n', 'languages.ts'),
      join('packs-page', 'fetch-pack.ts'),
      join('reading-room', 'connection.ts'),
      join('sync', 'webdav.ts'),
    ]);
    for (const path of ['src/claims/archive.ts', 'src/i18n/languages.ts']) {
      // From the extension's own root.
      expect(readFileSync(path, 'utf8').match(/\bfetch\(./g), path).toEqual(['fetch(`']);
      expect(readFileSync(path, 'utf8')).toMatch(/\bfetch\(`\//);
    }
  });
});
