import { spawnSync } from 'node:child_process';

/**
 * Warnings that are known and stay: Preact sets `innerHTML` when a `dangerouslySetInnerHTML` is given, and none is
 * (tests/architecture.test.ts reads every source for it).
 */
const KNOWN = new Set(['UNSAFE_VAR_ASSIGNMENT']);

interface Finding {
  _type: string;
  code: string;
  message: string;
  file?: string;
}

/** Lints dist/firefox as the store does. @returns a line for each error, and for each warning that is not known */
export function lintForStore(): string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/web-ext/bin/web-ext.js', 'lint', '--source-dir', 'dist/firefox', '--output', 'json'],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  try {
    const { errors, warnings } = JSON.parse(stdout) as { errors: Finding[]; warnings: Finding[] };
    const known = warnings.filter(({ code }) => KNOWN.has(code)).length;
    console.log(`  ${errors.length} errors, ${warnings.length} warnings, ${known} of them known`);
    return [...errors, ...warnings.filter(({ code }) => !KNOWN.has(code))].map(
      ({ _type, code, message, file }) => `${_type} ${code} ${file ?? ''}: ${message}`,
    );
  } catch {
    return [`web-ext gave no report: ${stderr || stdout}`];
  }
}
