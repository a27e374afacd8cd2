import { spawnSync } from 'node:child_process';
import { type BrowserKind, needBrowser } from './browsers/find';
import { buildExtension } from './build';

// What `npm test` needs: both browsers, the built extension; then every test, unit to end to end.
try {
  for (const kind of ['chrome', 'firefox'] satisfies BrowserKind[]) {
    needBrowser(kind);
    await buildExtension(kind);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
});
process.exit(status ?? 1);
