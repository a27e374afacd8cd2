import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { failedFiles } from '../../scripts/failed-files';

it('names the files of tests that failed, one that cannot be loaded too, out of a real report', () => {
  const root = mkdtempSync(join(tmpdir(), 'counterpoint-failed-'));
  try {
    const write = (name: string, body: string) => writeFileSync(join(root, name), body);
    write('right.test.ts', "it('is one', () => expect(1).toBe(1));");
    write('wrong.test.ts', "it('is one', () => expect(1).toBe(1));\nit('is two', () => expect(1).toBe(2));");
    write('broken.test.ts', "throw new Error('cannot be loaded');");
    const report = join(root, 'report.json');
    const vitest = [resolve('node_modules/vitest/vitest.mjs'), 'run', '--root', root, '--globals'];
    spawnSync(process.execPath, [...vitest, '--reporter=json', `--outputFile.json=${report}`]);
    expect(failedFiles(readFileSync(report, 'utf8'), root).sort()).toEqual(['broken.test.ts', 'wrong.test.ts']);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
