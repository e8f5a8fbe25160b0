import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Mutation tests of the code that decides an estimate, a verdict or an exit code. Run by `npm run mutate`. */
export default {
  mutate: ['lib/{cloudformation,pricing,lint,scheduling,capacity}/**/*.ts'],
  testRunner: 'vitest',
  // The tests import compiled modules, so Vite does not know which tests import a source.
  vitest: { configFile: 'mutation/vitest.config.mts', related: false },
  coverageAnalysis: 'perTest',
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { logTests: false, reportTests: false, allowEmojis: false },
  concurrency: 1,
  // Stryker rewrites the references of a tsconfig with the compiler's JavaScript API, which TypeScript 7 does not have. There are none.
  tsconfigFile: 'mutation/none.json',
  // A copy of the sources inside the repository would be checked as a part of it.
  tempDirName: join(tmpdir(), 'sizing-blueprints-mutation'),
};
