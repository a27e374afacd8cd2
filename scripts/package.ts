import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import type { BrowserKind } from './browsers/find';
import { builtVersion } from './browsers/launch';

// Makes dist/counterpoint-VERSION-BROWSER.zip for the stores, of what `npm run build` wrote. The same files give the same bytes.
for (const kind of ['chrome', 'firefox'] satisfies BrowserKind[]) {
  const folder = join('dist', kind);
  const files: Zippable = {};
  for (const path of filesIn(folder)) {
    files[relative(folder, path).replaceAll('\\', '/')] = [readFileSync(path), { mtime: '1990-01-01', level: 9 }];
  }
  const zip = zipSync(files);
  const name = join('dist', `counterpoint-${builtVersion(kind)}-${kind}.zip`);
  rmSync(name, { force: true });
  mkdirSync('dist', { recursive: true });
  writeFileSync(name, zip);
  console.log(`${name}: ${(zip.length / 1024).toFixed(0)} KiB`);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesIn(path) : [path];
    });
}
