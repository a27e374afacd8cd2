import { spawnSync } from 'node:child_process';

// Every test of sync at full length: 100 kills, 10,000 annotations, in both browsers. The arguments go to Vitest.
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'scripts/test.ts', 'sync', 'rooms', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, COUNTERPOINT_WHOLE: '1' } },
);
process.exit(status ?? 1);
