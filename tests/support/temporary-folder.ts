import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Has all of a run's temporary files in one folder, which goes with it: workers that rest a browser are ended, not closed. */
export default function temporaryFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-tests-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}
