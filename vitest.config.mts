import { defineConfig } from 'vitest/config';

/** Tests that measure real programs by the clock. */
const REALITY = 'test/reality/**/*.test.ts';

const EVERYWHERE = {
  // Synthesizing shares one warmed-up CDK a worker: several times faster than a fresh module graph a file.
  isolate: false,
  pool: 'forks',
  // Wide: a test that hangs ends, and one on a busy machine doesn't.
  testTimeout: 240_000,
  hookTimeout: 240_000,
  // Tests that start the command leave nothing in the user's folders.
  env: { CDK_VALIDATION: 'false', SIZING_CACHE: 'off' },
} as const;

export default defineConfig({
  test: {
    // Once for all projects, so these don't extend this one.
    globalSetup: ['test/support/judges.ts'],
    maxWorkers: 2,
    // Golden files change by `npm run golden` alone: a run that finds none, or another, fails.
    update: process.env.UPDATE_GOLDEN === '1' ? 'all' : 'none',
    projects: [
      {
        test: {
          ...EVERYWHERE,
          name: 'tests',
          include: ['test/**/*.test.ts'],
          exclude: [REALITY],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      // After all others and one at a time: what is measured needs the machine.
      { test: { ...EVERYWHERE, name: 'reality', include: [REALITY], maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
