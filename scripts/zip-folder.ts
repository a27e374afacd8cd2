import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** The zip of a folder as the stores take it. The same files give the same bytes. */
export function zipFolder(folder: string): Uint8Array {
  const files: Zippable = {};
  for (const path of filesIn(folder)) {
    files[relative(folder, path).replaceAll('\\', '/')] = [readFileSync(path), { mtime: '1990-01-01', level: 9 }];
  }
  return zipSync(files);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesIn(path) : [path];
    });
}
