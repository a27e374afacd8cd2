import { defineConfig } from 'vitest/config';
import { claimDatabase } from './src/claims/vite-plugin';

/** `unit` runs in Node; `browser` runs in Chromium and Firefox, two at a time at most. */
export default defineConfig({
  plugins: [claimDatabase()],
  test: {
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/*.test.ts', 'tests/unit/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/component/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
