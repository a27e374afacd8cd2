import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserKind } from './browsers/find';
import { builtVersion } from './browsers/launch';
import { zipFolder } from './zip-folder';

// Makes dist/counterpoint-VERSION-BROWSER.zip for the stores, of what `npm run build` wrote.
for (const kind of ['chrome', 'firefox'] satisfies BrowserKind[]) {
  const zip = zipFolder(join('dist', kind));
  const name = join('dist', `counterpoint-${builtVersion(kind)}-${kind}.zip`);
  rmSync(name, { force: true });
  mkdirSync('dist', { recursive: true });
  writeFileSync(name, zip);
  console.log(`${name}: ${(zip.length / 1024).toFixed(0)} KiB`);
}
