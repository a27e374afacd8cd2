import { execFile } from 'node:child_process';

/** What npm's registry says of the packages that package-lock.json names. */
export type Audit =
  | {
      asked: true;
      packages: number;
      /** A line for each with a known hole of at least high severity. */
      holes: string[];
    }
  | { asked: false; why: string };

interface Report {
  vulnerabilities?: Record<string, { severity: string; range: string }>;
  metadata?: { dependencies: { total: number } };
  /** Where there is no report. */
  message?: string;
}

/**
 * Asks npm's registry for known holes, of high severity or worse, in any package we build with or ship.
 * @param local a registry on this machine that is asked instead
 */
export async function audit(local?: string): Promise<Audit> {
  const { vulnerabilities, metadata, message } = await reportOf(
    local ? [`--registry=${local}`, '--noproxy=127.0.0.1'] : [],
  );
  // Not every registry answers this question, and not every machine reaches one.
  if (!vulnerabilities || !metadata) return { asked: false, why: message ?? 'npm gave no report' };
  const holes = Object.entries(vulnerabilities)
    .filter(([, { severity }]) => severity === 'high' || severity === 'critical')
    .map(([name, { severity, range }]) => `${name} ${range}: ${severity}`);
  return { asked: true, packages: metadata.dependencies.total, holes };
}

function reportOf(more: string[]): Promise<Report> {
  const args = ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=30000', ...more];
  return new Promise((resolve) => {
    // npm fails when there is a hole, and when it could not ask; which of them is in what it writes.
    execFile('npm', args, { shell: process.platform === 'win32', maxBuffer: 1e8 }, (error, stdout) => {
      try {
        resolve(JSON.parse(stdout) as Report);
      } catch {
        resolve({ message: error?.message ?? stdout });
      }
    });
  });
}
