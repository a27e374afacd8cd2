import { spawnSync } from 'node:child_process';
import { buildForTests } from './build';

// What `npm test` needs: both browsers, the built extension; then every test, unit to end to end.
await buildForTests();
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
});
process.exit(status ?? 1);
