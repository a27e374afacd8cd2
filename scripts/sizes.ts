import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a part of the built extension may weigh, min+gzip, in KiB. A budget that has to grow grows here, with a reason in the commit. */
const BUDGETS: { part: string; files: RegExp; kibibytes: number }[] = [
  // Every article gets this one: what reads a page, finds what stands letter for letter, and paints.
  { part: 'content script', files: /content-script\/index\..*\.js$/, kibibytes: 13 },
  // Card, toolbar, notes; 15 of it the anchoring engine, 5 preact. Comes when something is not found so, or the page is idle.
  { part: 'companion', files: /content-script\/companion\..*\.js$/, kibibytes: 36 },
  // Packed already; the articles a reader does not open are never unpacked.
  { part: 'claim database', files: /claims\/.*\.bin$/, kibibytes: 64 },
  // The list, with its search.
  { part: 'library page as it opens', files: /assets\/library[^/]*\.js$/, kibibytes: 15 },
  // Markdown with its table of entities, and the panels at the side: fetched once the list stands.
  { part: 'library page then', files: /assets\/(markdown|side|emptied-notice)-[^/]*\.js$/, kibibytes: 38 },
  // FSRS, the dialogs: fetched by the library page when they are wanted.
  { part: 'library page on asking', files: /assets\/\w+-(view|dialog)-[^/]*\.js$/, kibibytes: 36 },
  // 2 of it the tree layout.
  { part: 'panel and map', files: /assets\/(panel|map|argument-map)[^/]*\.js$/, kibibytes: 12 },
  // 25 of it Yjs; in the background and the library page only.
  { part: 'sync', files: /assets\/(yjs|sync)[^/]*\.js$/, kibibytes: 42 },
  { part: 'packs page', files: /assets\/packs[^/]*\.js$/, kibibytes: 20 },
  // The parser, fetched by the packs page for a pack in YAML.
  { part: 'YAML', files: /assets\/yaml-text[^/]*\.js$/, kibibytes: 32 },
  // 85 of it seven languages, 40 sync, 40 the page of the packs with the parser it fetches for YAML, 38 the workers that write exports and
  // read imports, 32 the welcome page, which has both of a page's scripts in it once more, 6 what these two have of the engine.
  { part: 'everything', files: /\.(js|css|html|png|json|bin)$/, kibibytes: 615 },
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
