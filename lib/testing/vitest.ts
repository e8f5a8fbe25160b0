/**
 * The matchers' types in Vitest: `import 'sizing-blueprints/testing/vitest'` in a test or in a setup file, or its name in
 * `types` of tsconfig.json. It runs nothing: `expect.extend` is for the test to call, with the runner that it runs in.
 */
import type {} from 'vitest';
import type { TierMatchers } from './matchers';

declare module 'vitest' {
  interface Matchers<T> extends TierMatchers {}
}
