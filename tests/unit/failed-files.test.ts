import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { FAILED_TO, type Failed } from '../../scripts/failed-files';

/** What the reporter says of a real run of these files. */
function failedOf(files: Record<string, string>): { files: string[]; errors: number } {
  const root = mkdtempSync(join(tmpdir(), 'counterpoint-failed-'));
  try {
    for (const [name, body] of Object.entries(files)) writeFileSync(join(root, name), body);
    const report = join(root, 'failed.json');
    const reporter = `--reporter=${resolve('scripts/failed-files.ts')}`;
    const vitest = [resolve('node_modules/vitest/vitest.mjs'), 'run', '--root', root, '--globals', reporter];
    spawnSync(process.execPath, vitest, { env: { ...process.env, [FAILED_TO]: report } });
    const failed = JSON.parse(readFileSync(report, 'utf8')) as Failed;
    return { files: failed.files.map(({ file }) => basename(file)).sort(), errors: failed.errors };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const RIGHT = "it('is one', () => expect(1).toBe(1));";

it('names the files of tests that failed, one that cannot be loaded too', () => {
  const wrong = `${RIGHT}\nit('is two', () => expect(1).toBe(2));`;
  const broken = "throw new Error('cannot be loaded');";
  expect(failedOf({ 'right.test.ts': RIGHT, 'wrong.test.ts': wrong, 'broken.test.ts': broken })).toEqual({
    files: ['broken.test.ts', 'wrong.test.ts'],
    errors: 0,
  });
});

it('counts the errors that belong to no test', () => {
  const late = `it('leaves something', () => void Promise.reject(new Error('nobody waits for it')));`;
  expect(failedOf({ 'late.test.ts': late }).errors).toBe(1);
});
