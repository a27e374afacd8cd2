import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Milliseconds in which browsers end whose worker has ended, and times that is waited for. */
const PAUSE = 500;
const PAUSES = 20;

/** Has all of a run's temporary files in one folder, which goes with it: workers that rest a browser are ended, not closed. */
export default function temporaryFolder(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-tests-'));
  // Servers started as root work as another user, who has to come through here to what is theirs.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  return async () => {
    for (let i = 0; i < PAUSES; i++) {
      try {
        await rm(folder, { recursive: true, force: true });
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }
    console.warn(`${folder} is left: something still writes into it.`);
  };
}
