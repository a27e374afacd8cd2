import { relative } from 'node:path';

/** Of vitest's JSON report: what it says of each file of tests. */
interface Report {
  testResults: { name: string; status: 'passed' | 'failed' }[];
}

/** The files of tests that failed, relative to `root`, out of vitest's JSON report. */
export function failedFiles(report: string, root: string): string[] {
  const { testResults } = JSON.parse(report) as Report;
  return testResults.filter(({ status }) => status === 'failed').map(({ name }) => relative(root, name));
}
