// The entry of `npm start` and `npm test`: installs what is missing, then runs scripts/NAME.ts with the arguments given.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [name, ...args] = process.argv.slice(2);
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const installed = 'node_modules/.package-lock.json';
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs) {
  console.log('Installing packages…');
  // Not `npm ci`: it refuses a lock file without the packages of platforms that some registries do not carry.
  run(process.platform === 'win32' ? 'npm.cmd' : 'npm', [
    'install',
    '--no-save',
    '--no-fund',
    '--no-audit',
    '--loglevel=error',
  ]);
}
run(process.execPath, ['--import', 'tsx', `scripts/${name}.ts`, ...args]);

function run(command, commandArgs) {
  const { status, error } = spawnSync(command, commandArgs, { stdio: 'inherit' });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}
