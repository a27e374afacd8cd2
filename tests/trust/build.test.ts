import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/session';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Builds the extension into a folder of its own. @returns the hash of each file */
function built(kind: string): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-build-'));
  made.push(folder);
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/vite/bin/vite.js',
      'build',
      '--mode',
      kind,
      '--outDir',
      folder,
      '--emptyOutDir',
      '--logLevel',
      'error',
    ],
    { env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return Object.fromEntries(
    files
      .map((file) => join(file.parentPath, file.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

describe('the package', () => {
  it.each(BROWSERS)('is the same, byte for byte, whenever it is built from the same sources: %s', (kind) => {
    const [first, second] = [built(kind), built(kind)];
    expect(Object.keys(first).length).toBeGreaterThan(10);
    expect(second).toEqual(first);
  });

  it.each(BROWSERS)('may do what is listed, and no more: %s', (kind) => {
    const manifest = JSON.parse(readFileSync(join('dist', kind, 'manifest.json'), 'utf8'));
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    const policy: string = manifest.content_security_policy.extension_pages;
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|http|data:|blob:)/);
    expect(policy).toContain("default-src 'self'");
  });
});
