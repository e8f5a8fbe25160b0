import { describe, expect, test } from 'vitest';
import { systemOf } from '../../lib/answers/system-reference';
import { offersIn } from '../../lib/catalog/offers';
import { designTier } from '../../lib/design/design-tier';
import { Options } from '../../lib/model/options';
import { parseInput } from '../../lib/model/parse';
import { TargetWorkload } from '../../lib/model/workload';

interface Asked {
  readonly users: number;
  readonly confidence?: number;
  /** The largest p95 of requests, seconds. */
  readonly p95?: number;
}

/** A tier of each system, the users that it is sized for, and a p95 that its requests meet in half of the samples without waits. */
const CASES = [
  { system: 'aiva', like: 'large', users: 200, p95: 0.2 },
  { system: 'ux-flow', like: 'growth', users: 600, p95: 0.05 },
  { system: 'capsules', like: 'read-replicas', users: 40_000, p95: 0.3 },
  { system: 'assistant', like: 'scaled-out', users: 120, p95: 0.5 },
  { system: 'barber-ops', like: 'phase-2', users: 1_400, p95: 0.15 },
] as const;

/** US dollars per month of the sizes of a design; infinite where no sizes are enough. */
function costOf({ system: id, like }: { readonly system: string; readonly like: string }, { users, confidence = 0.9, p95 }: Asked): number {
  const system = systemOf(id);
  const base = system.tiers.find((tier) => tier.id === like);
  if (base === undefined) throw new Error(`${id} has no tier ${like}`);
  const options = parseInput(Options, {}, 'options');
  const result = designTier({
    system,
    base,
    id: 'made',
    options,
    offers: offersIn(options.region),
    targetWorkload: parseInput(TargetWorkload, { concurrentUsers: users }, 'workload'),
    levels: p95 === undefined ? [] : [{ operation: 'requests', measure: 'p95', most: p95 }],
    confidence,
    simulation: { sampleCount: 1_000 },
  });
  return 'design' in result ? result.design.searchedUsd : Number.POSITIVE_INFINITY;
}

/** Expects each cost to be at least the previous one. */
function expectRising(costs: readonly number[]): void {
  expect(costs).toEqual([...costs].sort((left, right) => left - right));
}

describe.each(CASES)('the cost of a design of $system', (one) => {
  const { users } = one;

  test('never falls as users rise', () => {
    const costs = [0.5, 0.75, 1, 1.1, 1.5, 2, 3, 4].map((times) => costOf(one, { users: users * times }));
    expectRising(costs);
    expect(costs.at(-1)).toBeGreaterThan(costs[0] as number);
  });

  test('never falls as the required confidence rises', () => {
    expectRising([0.5, 0.7, 0.8, 0.9, 0.95, 0.99].map((confidence) => costOf(one, { users, confidence })));
  });

  test('never falls as a service level gets stricter, until no sizes meet it', () => {
    const costs = [Number.POSITIVE_INFINITY, 20, 8, 4, 2.5, 2, 1.5, 1, 0.5].map((times) =>
      costOf(one, times === Number.POSITIVE_INFINITY ? { users, confidence: 0.7 } : { users, confidence: 0.7, p95: one.p95 * times }),
    );
    expectRising(costs);
    expect(costs.at(-1)).toBe(Number.POSITIVE_INFINITY);
  });
});
