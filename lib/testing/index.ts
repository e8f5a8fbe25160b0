/**
 * Support for the tests of tiers and stacks, with any test runner: templates for snapshots, without parts that change in
 * every build, and matchers for `expect.extend`.
 *
 * ```ts
 * import 'sizing-blueprints/testing/vitest'; // types only
 * import { matchersWith } from 'sizing-blueprints/testing';
 * import { Snapshots, expect, test } from 'vitest';
 *
 * expect.extend(matchersWith(Snapshots));
 *
 * test('medium', () => {
 *   expect(stack).toMatchTierSnapshot();
 *   expect(estimate).toCostAtMost(2_500);
 * });
 * ```
 *
 * In Jest, snapshots come from `jest-snapshot`: `expect.extend(matchersWith(require('jest-snapshot')))`.
 *
 * @module sizing-blueprints/testing
 */
export {
  type CostOptions,
  type EstimateOrJson,
  type MatcherResult,
  matchers,
  matchersWith,
  type SnapshotMatchers,
  type TierMatchers,
} from './matchers';
export { type JsonTemplate, type PlainTemplate, type SnapshotSource, tierSnapshot } from './tier-snapshot';
