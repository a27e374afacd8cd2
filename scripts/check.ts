import { spawn } from 'node:child_process';
import { checkSizes } from './sizes';
import { lintForStore } from './store-lint';

// The one gate, the same here and in CI: every step runs, and what failed is named at the end.
const bin = (name: string, path: string, ...args: string[]): [string, string[]] => [
  name,
  [`node_modules/${path}`, ...args],
];
const STEPS: [string, string[]][] = [
  bin('types', 'typescript/bin/tsc', '--noEmit'),
  bin('lint and format', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  bin('unused code', 'knip/bin/knip.js'),
  bin('architecture and unit tests', 'vitest/vitest.mjs', 'run', '--project', 'unit'),
  bin('build for Chrome', 'vite/bin/vite.js', 'build', '--mode', 'chrome', '--logLevel', 'error'),
  bin('build for Firefox', 'vite/bin/vite.js', 'build', '--mode', 'firefox', '--logLevel', 'error'),
  // It has to run and to find; how fast depends on the machine.
  bin('anchoring bench', 'tsx/dist/cli.mjs', 'scripts/bench/anchoring.ts', '--short'),
];

const failed: string[] = [];
/** Runs one step and tells of it when it is done. */
const run = ([name, command]: (typeof STEPS)[number]): Promise<void> =>
  new Promise((resolve) => {
    const env = { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true', FORCE_COLOR: '1' };
    const child = spawn(process.execPath, command, { env });
    const said: Buffer[] = [];
    child.stdout.on('data', (data) => said.push(data));
    child.stderr.on('data', (data) => said.push(data));
    child.on('close', (status) => {
      console.log(`\n== ${name}\n${Buffer.concat(said)}`);
      if (status !== 0) failed.push(name);
      resolve();
    });
  });
/** Two at a time: most steps use one core. */
const waiting = [...STEPS];
const lane = async () => {
  for (let step = waiting.shift(); step; step = waiting.shift()) await run(step);
};
await Promise.all([lane(), lane()]);

console.log('\n== store lint');
const lint = lintForStore();
for (const line of lint) console.log(line);
if (lint.length > 0) failed.push('store lint');

console.log('\n== size budgets (min+gzip)');
const heavy = checkSizes();
for (const line of heavy) console.log(line);
if (heavy.length > 0) failed.push('size budgets');

console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}.`);
process.exit(failed.length === 0 ? 0 : 1);
