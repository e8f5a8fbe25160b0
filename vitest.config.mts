import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/judges.ts'],
    // Synthesizing shares one warmed-up CDK a worker: several times faster than a fresh module graph a file.
    isolate: false,
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    env: { CDK_VALIDATION: 'false' },
    // Golden files change by `npm run golden` alone: a run that finds none, or another, fails.
    update: process.env.UPDATE_GOLDEN === '1' ? 'all' : 'none',
  },
});
