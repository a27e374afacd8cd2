import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildForTests } from './build';
import { failedFiles } from './failed-files';

const IN_BROWSERS = /^tests.(?:component|e2e|trust)\b/;
/** More than this is no accident of a busy machine. */
const MAX_SECOND_RUN = 4;

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-report-'));
const report = join(folder, 'report.json');

function run(args: string[]): boolean {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default'];
  const { status } = spawnSync(
    process.execPath,
    [...vitest, '--reporter=json', `--outputFile.json=${report}`, ...args],
    { stdio: 'inherit', env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' } },
  );
  return status === 0;
}

// What `npm test` needs: both browsers, the built extension; then every test, unit to end to end.
await buildForTests();
let passed = run(process.argv.slice(2));
const failed = passed || !existsSync(report) ? [] : failedFiles(readFileSync(report, 'utf8'), process.cwd());
// Two real browsers on a busy machine: a few files that failed in them are run once more, by themselves, in new browsers.
if (failed.length > 0 && failed.length <= MAX_SECOND_RUN && failed.every((file) => IN_BROWSERS.test(file))) {
  const files = failed.join(', ');
  console.log(`\nOnce more, by themselves: ${files}\n`);
  passed = run(['--project', 'browser', ...failed]);
  console.log(`\nFailed at first, ${passed ? 'passed' : 'failed again'} in a second run: ${files}`);
}
rmSync(folder, { recursive: true, force: true });
process.exit(passed ? 0 : 1);
