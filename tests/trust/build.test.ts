import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { audit } from '../../scripts/audit';
import { BROWSERS } from '../support/session';
import { isWhole, report } from '../support/trust';

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
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types counterpoint-workers");
  });
});

describe('the packages it is made of', () => {
  it('are asked after: one with a known hole is named', async () => {
    const hole = { id: 1, url: '', title: 'A hole', severity: 'high', vulnerable_versions: '<1000', cwe: [], cvss: {} };
    const registry = createServer((request, response) => {
      const isQuestion = request.method === 'POST';
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(isQuestion ? { dexie: [hole] } : { name: 'dexie', versions: {} }));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => registry.once('listening', resolve));
    try {
      const said = await audit(`http://127.0.0.1:${(registry.address() as AddressInfo).port}`);
      expect(said).toMatchObject({ asked: true, holes: [expect.stringMatching(/^dexie .*: high$/)] });
    } finally {
      registry.close();
    }
  });

  // Only in the whole run: what the world learns of a package overnight is no fault of the change that is tested.
  it.runIf(isWhole)('have no known hole of high severity', async ({ skip }) => {
    const said = await audit();
    const what = 'packages with a known hole of high severity';
    if (!said.asked) {
      report({ what, browser: '–', tried: 0, [`(the registry could not be asked: ${said.why})`]: 'unknown' });
      return skip(said.why);
    }
    expect(said.holes).toEqual([]);
    report({ what, browser: '–', tried: said.packages, found: 0 });
  });
});
