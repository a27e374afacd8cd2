import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ClaimFileError, compileClaims } from '../../src/claims/compile';
import { readClaimFile } from '../../src/claims/read-claim-file';
import { articleFile } from '../../src/claims/schema';
import { BIBLIOGRAPHY, readSource, shippedFiles } from './claim-files';
import { editorialOf } from './editorial';

/** Says what is wrong with claim files, and what an editor should look at; fails when anything is wrong. */
export function checkFiles(args: string[]): void {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { bibliography: { type: 'string' } },
  });
  const given = positionals.map((path) => relative(process.cwd(), resolve(path)));
  // Ids and links are those of all files; a file with a bibliography of its own stands for itself.
  const files = values.bibliography ? given : [...new Set([...shippedFiles(), ...given])];
  if (files.length === 0) throw new Error('Say which file.');
  const asked = (line: string) => given.length === 0 || given.some((path) => line.startsWith(`${path}:`));
  const faults = faultsOf(files, values.bibliography ?? BIBLIOGRAPHY).filter(
    (line) => asked(line) || values.bibliography !== undefined,
  );
  const remarks: string[] = [];
  for (const path of given.length > 0 ? given : files) {
    const file = readClaimFile(readSource(path), articleFile, []);
    if (!file) continue;
    const editorial = editorialOf(file);
    faults.push(...editorial.faults);
    remarks.push(...editorial.remarks);
  }
  for (const line of faults) console.log(line);
  for (const line of remarks) console.log(`${line} (a remark)`);
  const checked = given.length > 0 ? given.length : files.length;
  console.log(
    faults.length === 0
      ? `Nothing wrong in ${checked} ${checked === 1 ? 'file' : 'files'}.`
      : `${faults.length} to be changed.`,
  );
  if (faults.length > 0) process.exitCode = 1;
}

function faultsOf(files: string[], bibliography: string): string[] {
  try {
    for (const _ of compileClaims(files.map(readSource), readSource(bibliography)));
    return [];
  } catch (error) {
    if (error instanceof ClaimFileError) return error.message.split('\n');
    throw error;
  }
}
