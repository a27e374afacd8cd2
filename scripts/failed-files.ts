import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

/** Where the reporter writes, as JSON, what failed in a run. */
export const FAILED_TO = 'COUNTERPOINT_FAILED_TO';

/** What failed in a run of tests. */
export interface Failed {
  /** Files of tests, relative to the root; a file that cannot be loaded is one. */
  files: { file: string; project: string }[];
  /** Errors that belong to no test, and so to no file that could be run again. */
  errors: number;
}

/** A reporter of vitest's. */
export default class FailedFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const files = modules
      .filter((module) => !module.ok())
      .map(({ moduleId, project }) => ({ file: relative(process.cwd(), moduleId), project: project.name }));
    writeFileSync(process.env[FAILED_TO] ?? '', JSON.stringify({ files, errors: errors.length } satisfies Failed));
  }
}
