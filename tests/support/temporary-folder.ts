import { chmodSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
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
    endWhatRunsIn(folder);
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

/**
 * Ends browsers of the run that outlived it: a worker that is itself ended at once cannot end its own. They are known by
 * their profile, which is in the run's folder (on Linux, where processes can be asked).
 */
function endWhatRunsIn(folder: string): void {
  if (process.platform !== 'linux') return;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(folder)) process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It has ended meanwhile, or is not ours.
    }
  }
}
