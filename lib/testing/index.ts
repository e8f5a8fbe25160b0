/**
 * Testing: what tests of tiers and stacks need, for any runner: a template without what changes by itself, and
 * matchers for `expect.extend`. Published as `sizing-blueprints/testing`.
 *
 * ```ts
 * import 'sizing-blueprints/testing/vitest'; // types alone
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
 * In Jest the snapshots come from `jest-snapshot`: `expect.extend(matchersWith(require('jest-snapshot')))`.
 */
export {
  type Bill,
  type CostOptions,
  type MatcherResult,
  matchers,
  matchersWith,
  type SnapshotMatchers,
  type TierMatchers,
} from './matchers';
export { type PlainTemplate, type SnapshotSource, tierSnapshot } from './tier-snapshot';
