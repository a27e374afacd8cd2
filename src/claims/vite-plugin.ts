import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { compileClaims, type SourceFile } from './compile';
import type { ClaimDatabase } from './database';

const ID = 'virtual:claim-database';

/** Reads and compiles the claim files of this folder. @throws ClaimFileError */
export function readClaimDatabase(folder = import.meta.dirname): ClaimDatabase {
  const read = (path: string): SourceFile => ({
    path: relative(process.cwd(), path),
    text: readFileSync(path, 'utf8'),
  });
  const articles = readdirSync(join(folder, 'articles')).filter((name) => name.endsWith('.yaml'));
  return compileClaims(
    articles.sort().map((name) => read(join(folder, 'articles', name))),
    read(join(folder, 'bibliography.yaml')),
  );
}

/** Serves the compiled claim database as `virtual:claim-database`; a bad file fails the build. */
export function claimDatabase(): Plugin {
  return {
    name: 'counterpoint:claim-database',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      for (const name of readdirSync(join(import.meta.dirname, 'articles'))) {
        this.addWatchFile(join(import.meta.dirname, 'articles', name));
      }
      this.addWatchFile(join(import.meta.dirname, 'bibliography.yaml'));
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(readClaimDatabase()))});`;
    },
  };
}
