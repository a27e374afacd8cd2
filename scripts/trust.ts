import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { FIGURES, type Figures } from '../tests/support/trust';
import { buildForTests } from './build';

// `npm run test:trust`: every attack as often as SECURITY.md says; what came of it is written to docs/trust.md. Every count is
// fixed, so its time is bounded: a quarter of an hour with two cores, of which the killed browsers take most. With arguments
// (files, `-t name`) only these are tried, and the figures of the others stay as they were.
await buildForTests();
const chosen = process.argv.slice(2);
if (chosen.length === 0) rmSync(FIGURES, { force: true });
const began = Date.now();
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'browser'];
const { status } = spawnSync(process.execPath, [...vitest, ...(chosen.length === 0 ? ['tests/trust'] : chosen)], {
  stdio: 'inherit',
  env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true', COUNTERPOINT_TRUST: 'whole' },
});
if (existsSync(FIGURES)) {
  const figures = readFileSync(FIGURES, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Figures);
  const latest = new Map(figures.map((one) => [`${one.what} ${one.browser}`, one]));
  const rows = [...latest.values()].map(({ what, browser, tried, ...happened }) => {
    const came = Object.entries(happened).map(([name, count]) => `${count} ${name}`);
    return `| ${what} | ${browser} | ${tried.toLocaleString('en')} | ${came.join(', ')} |`;
  });
  const day = new Date().toISOString().slice(0, 10);
  const minutes = Math.ceil((Date.now() - began) / 60_000);
  writeFileSync(
    'docs/trust.md',
    `# What was tried, and what came of it

Written by \`npm run test:trust\` on ${day}, ${chosen.length === 0 ? `in ${minutes} minutes` : 'some of it in a run of its own'}${status === 0 ? '' : '; SOME TESTS FAILED'}. What each line means, and what it does not show, is in [SECURITY.md](../SECURITY.md).

| tried | browser | times | came of it |
|---|---|---|---|
${rows.sort().join('\n')}
`,
  );
  spawnSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', 'docs/trust.md']);
  console.log('\nThe figures are in docs/trust.md.');
}
process.exit(status ?? 1);
