import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The house: which rooms, and which packages, a room may import. Stated again in README's picture. */
const HOUSE: Record<string, { rooms: string[]; packages: string[] }> = {
  core: { rooms: [], packages: [] },
  anchoring: { rooms: ['core'], packages: [] },
  echoes: { rooms: ['core'], packages: [] },
  claims: { rooms: ['core', 'echoes'], packages: ['valibot', 'yaml', 'vite', 'node:fs', 'node:path', 'node:zlib'] },
  packs: { rooms: ['core', 'i18n', 'claims'], packages: ['dexie', 'valibot', 'yaml'] },
  known: { rooms: ['core', 'claims', 'packs', 'store'], packages: [] },
  i18n: { rooms: ['core'], packages: [] },
  contract: { rooms: ['core', 'i18n'], packages: ['valibot'] },
  store: { rooms: ['core'], packages: ['dexie'] },
  exchange: { rooms: ['core', 'store'], packages: ['valibot', 'papaparse', 'fflate'] },
  'reading-room': {
    rooms: ['core'],
    packages: ['yjs', '@hocuspocus/provider', 'valibot', 'webextension-polyfill'],
  },
  sync: { rooms: ['core', 'store', 'exchange'], packages: ['yjs', 'valibot', 'webextension-polyfill'] },
  background: {
    rooms: ['core', 'i18n', 'contract', 'claims', 'known', 'store', 'sync', 'this-article'],
    packages: ['webextension-polyfill'],
  },
  'content-script': {
    rooms: ['core', 'i18n', 'contract', 'anchoring', 'echoes', 'ui'],
    packages: ['preact', 'preact/hooks'],
  },
  ui: { rooms: ['core', 'i18n'], packages: ['preact', 'preact/hooks'] },
  'this-article': {
    rooms: ['core', 'i18n', 'contract', 'claims', 'known', 'store', 'ui'],
    packages: ['preact', 'preact/hooks', 'webextension-polyfill'],
  },
  popup: {
    rooms: ['core', 'i18n', 'contract', 'known', 'store', 'ui', 'this-article'],
    packages: ['preact', 'preact/hooks', 'webextension-polyfill'],
  },
  map: {
    rooms: ['core', 'i18n', 'claims', 'store', 'ui', 'this-article'],
    packages: ['preact', 'preact/hooks', 'd3-hierarchy', 'webextension-polyfill'],
  },
  welcome: {
    rooms: ['core', 'i18n', 'contract', 'store', 'ui', 'content-script'],
    packages: ['preact', 'preact/hooks', 'webextension-polyfill'],
  },
  'packs-page': {
    rooms: ['core', 'i18n', 'packs', 'store', 'ui', 'this-article'],
    packages: ['preact', 'preact/hooks', 'webextension-polyfill'],
  },
  settings: {
    rooms: ['core', 'i18n', 'contract', 'store', 'ui', 'this-article'],
    packages: ['preact', 'preact/hooks', 'webextension-polyfill'],
  },
  panel: {
    rooms: ['core', 'i18n', 'contract', 'claims', 'store', 'reading-room', 'ui', 'this-article', 'popup', 'map'],
    packages: ['preact', 'preact/hooks', 'webextension-polyfill'],
  },
  library: {
    rooms: ['core', 'i18n', 'contract', 'known', 'store', 'exchange', 'reading-room', 'sync', 'ui', 'this-article'],
    packages: ['preact', 'preact/hooks', 'ts-fsrs', 'webextension-polyfill', 'mdast', 'mdast-util-from-markdown'],
  },
};

const SRC = resolve('src');

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });

const roomOf = (path: string): string =>
  relative(SRC, path)
    .split(/[\\/]/)[0]
    ?.replace(/\.tsx?$/, '') ?? '';

const importsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\(\s*)'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );

/** Without those of types alone. */
const codeImportsOf = (path: string): string[] =>
  [
    ...readFileSync(path, 'utf8').matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from '([^']+)'|^import '([^']+)'/gm),
  ].map((match) => match[1] ?? match[2] ?? '');

const sourceOf = (path: string): string =>
  [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].find(
    (candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile() ?? false,
  ) ?? path;

describe('the house', () => {
  const all = files(SRC);

  it.each(Object.keys(HOUSE))('%s imports only what it may', (room) => {
    const { rooms, packages } = HOUSE[room] ?? { rooms: [], packages: [] };
    const strangers = all
      .filter((path) => roomOf(path) === room)
      .flatMap((path) =>
        importsOf(path)
          .filter((wanted) => {
            if (wanted === '../../_locales/en/messages.json') return room !== 'i18n';
            if (!wanted.startsWith('.')) return !packages.includes(wanted);
            const target = roomOf(resolve(dirname(path), wanted));
            return target !== room && !rooms.includes(target);
          })
          .map((wanted) => `${relative(SRC, path)} imports ${wanted}`),
      );
    expect(strangers).toEqual([]);
  });

  it('has no rooms but these', () => {
    expect([...new Set(all.map(roomOf))].filter((room) => !(room in HOUSE))).toEqual([]);
  });

  it('README draws the same picture', () => {
    const readme = readFileSync('README.md', 'utf8');
    for (const [room, { rooms }] of Object.entries(HOUSE)) {
      const row = readme.split('\n').find((line) => line.startsWith(`| \`src/${room}/\``));
      expect(row, `a row for ${room}`).toBeDefined();
      const stated = row?.split('|').at(-2)?.trim() ?? '';
      expect(stated === 'nothing' ? [] : stated.split(', '), room).toEqual(rooms);
    }
  });

  it('keeps libraries out of the script that every article gets: what is only typed is not there', () => {
    const reached = new Set<string>();
    const follow = (path: string) => {
      if (reached.has(path)) return;
      reached.add(path);
      for (const wanted of codeImportsOf(path)) {
        if (!wanted.startsWith('.')) reached.add(wanted);
        else follow(sourceOf(resolve(dirname(path), wanted)));
      }
    };
    follow(join(SRC, 'content-script', 'index.iife.ts'));
    expect([...reached].filter((name) => !name.startsWith(SRC))).toEqual([]);
    expect([...reached].filter((name) => /\.(tsx|css)$/.test(name))).toEqual([]);
  });

  it('keeps the scheduler out of what runs on pages: only the review imports it', () => {
    const importers = all.filter((path) => importsOf(path).includes('ts-fsrs')).map((path) => relative(SRC, path));
    expect(importers).toEqual([join('library', 'review', 'schedule.ts')]);
  });

  it('keeps the CRDT out of what runs on pages: only sync and the reading room import it, and no page of the site imports them', () => {
    const importers = all.filter((path) => importsOf(path).includes('yjs')).map(roomOf);
    expect([...new Set(importers)].sort()).toEqual(['reading-room', 'sync']);
    for (const room of ['content-script', 'contract', 'anchoring', 'ui', 'core']) {
      for (const carrying of importers) expect(HOUSE[room]?.rooms, room).not.toContain(carrying);
    }
  });

  it('puts no string into a page as HTML, and runs none', () => {
    const risky =
      /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|\beval\(|new Function\(|document\.write|CSS\.highlights\.clear/;
    expect(all.filter((path) => risky.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
