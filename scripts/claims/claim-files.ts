import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../src/claims/read-claim-file';

const FOLDER = join('src', 'claims');
export const BIBLIOGRAPHY = join(FOLDER, 'bibliography.yaml');

export const readSource = (path: string): SourceFile => ({ path, text: readFileSync(path, 'utf8') });

/** The claim files that ship with the extension. */
export const shippedFiles = (): string[] =>
  readdirSync(join(FOLDER, 'articles'))
    .filter((name) => /\.(yaml|json)$/.test(name))
    .sort()
    .map((name) => join(FOLDER, 'articles', name));
