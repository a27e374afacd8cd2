import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a part of the built extension may weigh, min+gzip, in KiB. A budget that has to grow grows here, with a reason in the commit. */
const BUDGETS: { part: string; files: RegExp; kibibytes: number }[] = [
  // 12.6 of it the anchoring engine, 10 the given libraries.
  { part: 'content script', files: /content-script\/.*\.js$/, kibibytes: 39 },
  // Background, popup and library all use it: one chunk, 57 of it the claims' texts.
  { part: 'claim database and store', files: /assets\/(articles|settings|claims|lookup)[^/]*\.js$/, kibibytes: 72 },
  // Markdown with its table of entities, CSV, zip, FSRS and every format of exchange; loaded by the library page only.
  { part: 'library page', files: /assets\/library[^/]*\.js$/, kibibytes: 90 },
  // 25 of it Yjs; in the background and the library page only.
  { part: 'sync', files: /assets\/(yjs|sync)[^/]*\.js$/, kibibytes: 42 },
  // 38 more than before sync.
  { part: 'everything', files: /\.(js|css|html|png|json)$/, kibibytes: 288 },
];

/** Compares the parts of dist/chrome with their budgets. @returns a line for each that is too heavy */
export function checkSizes(): string[] {
  const all = filesIn('dist/chrome').map((path) => ({
    path,
    size: gzipSync(readFileSync(path), { level: 9 }).length / 1024,
  }));
  return BUDGETS.flatMap(({ part, files, kibibytes }) => {
    const size = all.filter(({ path }) => files.test(path)).reduce((sum, file) => sum + file.size, 0);
    console.log(`  ${part}: ${size.toFixed(1)} of ${kibibytes} KiB`);
    return size > kibibytes ? [`${part} weighs ${size.toFixed(1)} KiB; its budget is ${kibibytes}`] : [];
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}
