import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const UNIT = [
  'tests/*.test.ts',
  'tests/unit/**/*.test.ts',
  'tests/echoes/*.test.ts',
  'tests/anchoring/!(accuracy).test.ts',
];

/** What takes longest, so that it is not begun last and waited for alone. */
const LONGEST = ['accuracy', 'axe', 'exchange', 'languages', 'kept', 'layouts', 'card', 'sync', 'kills'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** `unit` runs in Node; `sync` talks to real servers on this machine; `accuracy` measures the anchoring engine; `browser` runs in Chromium and Firefox, two at a time at most. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // For a busy machine: nothing here is a measure of speed.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: UNIT, setupFiles: ['tests/support/fast-check.ts', 'tests/support/english.ts'] },
      },
      { extends: true, test: { name: 'sync', include: ['tests/sync/**/*.test.ts'] } },
      { extends: true, test: { name: 'accuracy', include: ['tests/anchoring/accuracy.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/component/**/*.test.ts', 'tests/e2e/**/*.test.ts', 'tests/trust/**/*.test.ts'],
          // Test files of one worker share their browsers (tests/support/resting.ts).
          isolate: false,
          globalSetup: 'tests/support/temporary-folder.ts',
        },
      },
    ],
  },
});
