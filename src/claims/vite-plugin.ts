import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { writeArchive } from './archive-write';
import { compileClaims } from './compile';
import type { StoredArticle } from './database';
import type { SourceFile } from './read-claim-file';

/** Reads and compiles the claim files of this folder. @throws ClaimFileError */
export function readClaimDatabase(folder = import.meta.dirname): { articles: StoredArticle[] } {
  const [bibliography, ...articles] = sourceFiles(folder).map(
    (path): SourceFile => ({ path: relative(process.cwd(), path), text: readFileSync(path, 'utf8') }),
  ) as [SourceFile, ...SourceFile[]];
  return { articles: [...compileClaims(articles, bibliography)] };
}

/** The bibliography first. */
function sourceFiles(folder: string): string[] {
  const articles = readdirSync(join(folder, 'articles')).filter((name) => /\.(yaml|json)$/.test(name));
  return [join(folder, 'bibliography.yaml'), ...articles.sort().map((name) => join(folder, 'articles', name))];
}

/** Puts the compiled claim database beside the extension's other files; a bad claim file fails the build. */
export function claimDatabase(folder = import.meta.dirname): Plugin {
  const compile = () => writeArchive(readClaimDatabase(folder).articles);
  return {
    name: 'counterpoint:claim-database',
    buildStart() {
      for (const path of sourceFiles(folder)) this.addWatchFile(path);
    },
    generateBundle() {
      for (const [fileName, source] of compile()) this.emitFile({ type: 'asset', fileName, source });
    },
    // While developing nothing is bundled: the files are written where the browser has loaded the extension from.
    configureServer({ config, watcher }) {
      const write = () => {
        rmSync(join(config.root, config.build.outDir, 'claims'), { recursive: true, force: true });
        for (const [name, bytes] of compile()) {
          const path = join(config.root, config.build.outDir, name);
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, bytes);
        }
      };
      watcher.add(sourceFiles(folder));
      watcher.on('change', (path) => {
        if (sourceFiles(folder).includes(path)) write();
      });
      return write;
    },
  };
}
