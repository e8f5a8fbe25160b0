import { defineConfig } from 'vitest/config';
import { COMPILED_MODULES, compiledSources } from '../test/support/compiled-sources.mts';

/** The tests of the rooms that `npm run mutate` changes, and of the answers that use them. All other tests would find more, and take hours. */
export default defineConfig({
  plugins: [compiledSources()],
  test: {
    name: 'tests',
    include: ['test/{cloudformation,pricing,lint,scheduling,capacity,answers}/**/*.test.ts'],
    // StrykerJS runs tests in threads, which cannot change the working directory.
    exclude: ['test/**/*.{long,integration}.test.ts', 'test/cloudformation/nested-stacks.test.ts'],
    // The first run measures the coverage of each test, which takes several times as long as the test.
    testTimeout: 60_000,
    provide: { scope: 'representative' },
    globalSetup: ['test/support/judges.ts'],
    isolate: false,
    server: { deps: { external: [COMPILED_MODULES] } },
    env: { CDK_VALIDATION: 'false', SIZING_CACHE: 'off' },
  },
});
