/**
 * Types of the matchers for Vitest: `import 'sizing-blueprints/testing/vitest'` in a test or a setup file, or list the
 * module in `types` of tsconfig.json. The module has types only: the test itself calls `expect.extend`.
 *
 * @module sizing-blueprints/testing/vitest
 */
import type {} from 'vitest';
import type { TierMatchers } from './matchers';

declare module 'vitest' {
  interface Matchers<T> extends TierMatchers {}
}
