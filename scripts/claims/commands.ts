import { anchorFile } from './anchor';
import { checkFiles } from './check';
import { exportClaims } from './export';
import { newFile } from './new';
import { packFiles } from './pack';
import { showFile } from './show';
import { writeSchemas } from './write-schemas';

const HELP = `npm run claims -- COMMAND
  new ADDRESS | PAGE       a file to fill in, with headline, author and date as far as the page says them.
                           PAGE is a saved page (.html) or an article file (.json)
  anchor FILE PAGE         looks for each excerpt of a claim file in the article, and proposes the fewest words that do;
                           --passage "WORDS" instead of FILE: the excerpt for these words
  check [FILE…]            all that is wrong, with file and line; without FILE every claim file
  show FILE                the finished cards in the browser, anew whenever the file is saved
  export argdown | claimreview [FILE]
                           claims, arguments and links as Argdown, or as schema.org JSON-LD
  pack FILE… --id ID --name NAME --author AUTHOR --out PACK.json
                           one file for readers to import; --release N, and --key FILE to sign it
  schema                   writes the schemas that editors read, after a change of src/claims/schema.ts
Options: --bibliography FILE   the works cited (src/claims/bibliography.yaml)
         --to FOLDER           where "new" puts the file (src/claims/articles)`;

const COMMANDS: Record<string, (args: string[]) => unknown> = {
  new: newFile,
  anchor: anchorFile,
  check: checkFiles,
  show: showFile,
  export: exportClaims,
  pack: packFiles,
  schema: writeSchemas,
};

/** Does what an author asks, and says on the console what came of it; what failed is told by `process.exitCode`. */
export async function runClaims([command = '', ...args]: string[]): Promise<void> {
  try {
    const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
    if (run) await run(args);
    else console.log(HELP);
    if (!run && !['', 'help', '--help'].includes(command)) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
