import { anchorFile } from './claims/anchor';
import { checkFiles } from './claims/check';
import { exportClaims } from './claims/export';
import { newFile } from './claims/new';
import { showFile } from './claims/show';

const HELP = `npm run claims -- COMMAND
  new ADDRESS | PAGE       a file to fill in, with headline, author and date as far as the page says them.
                           PAGE is a saved page (.html) or an article file (.json)
  anchor FILE PAGE         looks for each excerpt of a claim file in the article, and proposes the fewest words that do;
                           --passage "WORDS" instead of FILE: the excerpt for these words
  check [FILE…]            all that is wrong, with file and line; without FILE every claim file
  show FILE                the finished cards in the browser, anew whenever the file is saved
  export argdown | claimreview [FILE]
                           claims, arguments and links as Argdown, or as schema.org JSON-LD
Options: --bibliography FILE   the works cited (src/claims/bibliography.yaml)
         --to FOLDER           where "new" puts the file (src/claims/articles)`;

const [command, ...args] = process.argv.slice(2);
const COMMANDS: Record<string, (args: string[]) => unknown> = {
  new: newFile,
  anchor: anchorFile,
  check: checkFiles,
  show: showFile,
  export: exportClaims,
};

try {
  const run = Object.hasOwn(COMMANDS, command ?? '') ? COMMANDS[command ?? ''] : undefined;
  if (run) await run(args);
  else console.log(HELP);
  if (!run && command && command !== 'help' && command !== '--help') process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
