import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../lib/capacity/recommend/candidate';
import { curveOf, loadsBetween } from '../../../lib/capacity/recommend/curve';
import { monthsUntil } from '../../../lib/capacity/recommend/growth';
import type { Question } from '../../../lib/capacity/recommend/question';
import { decide, decideForMultiples, recommend } from '../../../lib/capacity/recommend/recommend';
import { Samples } from '../../../lib/capacity/samples';
import { parseInput } from '../../../lib/model/parse';
import { scaleTargetWorkload } from '../../../lib/model/volumes';
import { TargetWorkload as Schema, type TargetWorkload } from '../../../lib/model/workload';
import { candidateOf, priceList, shop, shopForm, supplyOf } from '../../support/capacity';

// A core of the API handles 10 requests/s at its threshold: 83 users of the shop, as the orders' requests count too.
const CANDIDATES: readonly Candidate[] = [
  candidateOf('one', 0, shopForm(2)),
  candidateOf('two', 1, shopForm(4)),
  candidateOf('three', 2, shopForm(8)),
];
const PRICES = { one: 100, two: 200, three: 500 };

const targetWorkload = (input: unknown): TargetWorkload => parseInput(Schema, input, 'test');

function question(input: unknown, changes: Partial<Question> = {}): Question {
  return {
    system: shop,
    targetWorkload: targetWorkload(input),
    candidates: CANDIDATES,
    costOf: priceList(PRICES),
    simulation: { sampleCount: 1_000 },
    ...changes,
  };
}

describe('a recommendation', () => {
  it('is the cheapest tier that handles the load, with a reason for each other tier', () => {
    const { chosen, tiers } = recommend(question({ concurrentUsers: 200 }));
    expect(chosen?.assessment.candidate.tier).toBe('two');
    expect(tiers.map(({ reason }) => reason.kind)).toEqual(['too-small', 'recommended', 'more-expensive']);
    // 24 requests/s × 0.05 s are 1.2 of 2 cores.
    expect(tiers[0]?.reason).toEqual({
      kind: 'too-small',
      confidence: 0,
      requiredConfidence: 0.9,
      overloaded: [{ resource: 'api processor', utilization: expect.closeTo(0.6), threshold: 0.5 }],
    });
    expect(tiers[2]?.reason).toEqual({ kind: 'more-expensive', confidence: 1, requiredConfidence: 0.9, extraMonthlyUsd: 300 });
  });

  it('names its limit and the next one, with the users at which they are reached', () => {
    const [limit, next] = recommend(question({ concurrentUsers: 200 })).chosen?.assessment.limits ?? [];
    expect(limit).toMatchObject({ resource: 'api processor', threshold: 0.5 });
    expect(limit?.utilization.mid).toBeCloseTo(0.3);
    expect(limit?.atUsers.mid).toBeCloseTo(333.3, 1);
    // 20 connections at 0.024 of one a user.
    expect(next).toMatchObject({ resource: 'store connections' });
    expect(next?.atUsers.mid).toBeCloseTo(833.3, 1);
  });

  it('is larger for a higher required confidence', () => {
    // 2 cores half full are 166 users: of 100 to 200, the half up to 150 and a sixth of the rest fit.
    const wide = { concurrentUsers: { low: 100, mid: 150, high: 200 } };
    const tierAt = (confidence: number) => recommend(question(wide, { confidence })).chosen?.assessment.candidate.tier;
    expect(tierAt(0.6)).toBe('one');
    expect(tierAt(0.9)).toBe('two');
  });

  it('weighs missing capacity more than excess cost, but not without bound', () => {
    const wide = { concurrentUsers: { low: 100, mid: 150, high: 200 } };
    const { tiers } = recommend(question(wide, { confidence: 0.5, costOf: priceList({ one: 100, two: 101, three: 500 }) }));
    // For one dollar more, it handles the third of the samples in which the other one is too small.
    expect(tiers.map(({ reason }) => reason.kind)).toEqual(['more-expensive', 'recommended', 'more-expensive']);
    const [one, two] = tiers;
    expect(one?.regret?.under).toBeGreaterThan(0);
    expect(one?.regret?.over).toBe(0);
    expect(two?.regret?.under).toBe(0);
    expect(two?.regret?.over).toBeCloseTo(0.01 * (2 / 3), 2);
  });

  it('adds replicas only if they handle load that the tier does not', () => {
    const replicas = (count: number) =>
      count === 0 ? [] : [supplyOf('store', 'processor', 0.1, { part: 'replicas', instances: { min: count, max: count } })];
    const scarce = (count: number) =>
      candidateOf('one', 0, shopForm(20, [...replicas(count), supplyOf('store', 'processor', 0.3)]), {
        extras: { readReplicas: count },
        options: { readReplicas: String(count) },
      });
    const candidates = [0, 1, 2, 3].map(scarce);
    const replicasFor = (users: number) =>
      recommend(question({ concurrentUsers: users }, { candidates })).chosen?.assessment.candidate.options;
    // 0.0022 of a core a user of 0.15; with replicas 0.0012 of 0.05 each, and 0.001 of 0.15 at the primary.
    expect(replicasFor(60)).toEqual({ readReplicas: '0' });
    expect(replicasFor(80)).toEqual({ readReplicas: '2' });
    expect(replicasFor(110)).toEqual({ readReplicas: '3' });
  });

  it('is identical for the same seed', () => {
    // Two uncertain numbers: of a single one, each seed has the same values in another order.
    const unsure = { concurrentUsers: { low: 100, mid: 150, high: 200 }, operations: { orders: { low: 1, mid: 2, high: 4 } } };
    const bytes = (seed: number) => {
      const { chosen, tiers } = recommend(question(unsure, { simulation: { sampleCount: 1_000, seed } }));
      return JSON.stringify([chosen?.assessment.limits, tiers.map(({ reason, regret }) => [reason, regret])]);
    };
    expect(bytes(7)).toBe(bytes(7));
    expect(bytes(7)).not.toBe(bytes(8));
  });
});

describe('growth', () => {
  it('ends in the month in which the load exceeds the capacity of the tier', () => {
    // Tier two handles 333 users: 200 × 1.1^5 are 322, × 1.1^6 are 354.
    const { lifetime } = recommend(question({ concurrentUsers: 200 }, { growthPerMonth: 0.1 }));
    expect(lifetime).toMatchObject({ months: 5, beyondHorizon: false });
    expect(lifetime?.next?.candidate.tier).toBe('three');
  });

  it('has nothing after the largest tier, and an end at the horizon', () => {
    const last = recommend(question({ concurrentUsers: 600 }, { growthPerMonth: 0.5 })).lifetime;
    expect(last).toMatchObject({ months: 0 });
    expect(last?.next).toBeUndefined();
    expect(recommend(question({ concurrentUsers: 100 }, { growthPerMonth: 0.001 })).lifetime).toMatchObject({
      months: 60,
      beyondHorizon: true,
    });
  });

  it('is counted in full months', () => {
    expect(monthsUntil(1.1, 0.1)).toBe(1);
    expect(monthsUntil(1.2, 0.1)).toBe(1);
    expect(monthsUntil(5, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(monthsUntil(0.5, 0.1)).toBe(0);
  });
});

describe('a service level', () => {
  it('that is met wherever all resources are below their thresholds changes no number of users', () => {
    const wide = { concurrentUsers: { low: 100, mid: 150, high: 200 } };
    const handled = (changes: Partial<Question>) =>
      recommend(question(wide, changes)).tiers.map(({ assessment }) => [assessment.usersWith(0.9), assessment.confidence]);
    const loose = [{ operation: 'requests', measure: 'p95', most: 60 }] as const;
    expect(handled({ levels: loose })).toEqual(handled({}));
    const tight = handled({ levels: [{ operation: 'requests', measure: 'p95', most: 0.65 }] });
    for (const [index, [users = 0]] of handled({}).entries()) expect(tight[index]?.[0]).toBeLessThan(users);
  });
});

describe('a budget', () => {
  it('rejects tiers above it', () => {
    const { chosen, tiers, withinBudget } = recommend(question({ concurrentUsers: 200 }, { budgetUsd: 150 }));
    expect(chosen).toBeUndefined();
    expect(tiers.map(({ reason }) => reason.kind)).toEqual(['too-small', 'over-budget', 'over-budget']);
    expect(tiers[1]?.reason).toEqual({ kind: 'over-budget', overBudgetUsd: 50, budgetUsd: 150 });
    expect(withinBudget?.candidate.tier).toBe('one');
    expect(withinBudget?.usersWith(0.9)).toBeCloseTo(166.7, 1);
  });

  it('that is larger handles no fewer users: an option is left out only if the tier then handles as much as others', () => {
    const formOf = (cores: number) => shopForm(1, [supplyOf('api', 'processor', cores)]);
    const candidates = [
      candidateOf('one', 0, formOf(5)),
      candidateOf('two', 1, formOf(4.9), { extras: { readReplicas: 0 } }),
      candidateOf('two', 1, formOf(5.1), { extras: { readReplicas: 1 } }),
    ];
    const within = (budgetUsd: number) => recommend(question({ concurrentUsers: 800 }, { candidates, budgetUsd })).withinBudget;
    // 5 cores handle 416.7 users, and 5.1 cores 425.
    expect(within(100)?.usersWith(0.9)).toBeCloseTo(416.7, 1);
    expect(within(210)?.candidate.extras).toEqual({ readReplicas: 1 });
    expect(within(210)?.usersWith(0.9)).toBeCloseTo(425, 1);
  });

  it('that is larger never gives fewer users or a lower confidence, whatever the sizes and prices', () => {
    const sizes = fc.array(fc.record({ cores: fc.integer({ min: 1, max: 30 }), usd: fc.integer({ min: 1, max: 300 }) }), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 20, max: 2_000 }),
        fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 })),
        (all, users, usd) => {
          const candidates = all.map(({ cores }, rank) => candidateOf(`tier-${rank}`, rank, shopForm(cores)));
          const costOf = priceList(Object.fromEntries(all.map(({ usd: price }, rank) => [`tier-${rank}`, price])));
          const wide = { concurrentUsers: { low: users / 2, mid: users, high: users * 2 } };
          const within = (budgetUsd: number) => {
            const { chosen, withinBudget } = recommend(question(wide, { candidates, costOf, budgetUsd, simulation: { sampleCount: 200 } }));
            const assessment = chosen?.assessment ?? withinBudget;
            return {
              isEnough: chosen !== undefined,
              usd: assessment?.monthlyUsd.mid ?? 0,
              users: assessment?.usersWith(0.9) ?? 0,
              confidence: assessment?.confidence ?? 0,
            };
          };
          const [less, more] = [...usd].sort((left, right) => left - right).map(within);
          if (less === undefined || more === undefined) throw new Error('two budgets');
          expect(more.isEnough || !less.isEnough).toBe(true);
          expect(more.users).toBeGreaterThanOrEqual(less.users);
          expect(more.confidence).toBeGreaterThanOrEqual(less.confidence);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('does not change a recommendation within it', () => {
    expect(recommend(question({ concurrentUsers: 200 }, { budgetUsd: 200 })).chosen?.assessment.candidate.tier).toBe('two');
  });
});

describe('cells', () => {
  const { chosen, cells } = recommend(question({ concurrentUsers: 10_000 }));

  it('are as many copies of the largest tier as the load needs', () => {
    expect(chosen).toBeUndefined();
    // Eight cores handle 666.7 users.
    expect(cells).toMatchObject({ cells: 15, users: 10_000, limit: 'api processor', isBeyondModel: false });
    expect(cells?.usersPerCell).toBeCloseTo(666.7, 1);
    expect(cells?.monthlyUsd.mid).toBe(15 * 500);
  });

  it('share external services, with the required multiple of their limits', () => {
    const form = { ...shopForm(8, [supplyOf('store', 'connections', 20)]), externals: ['store'] };
    const plan = recommend(question({ concurrentUsers: 10_000 }, { candidates: [candidateOf('one', 0, form)] })).cells;
    // 10,000 users hold 240 connections.
    expect(plan?.shared.find(({ resource }) => resource === 'store connections')?.timesPresent).toBeCloseTo(12);
    expect(plan?.cells).toBe(15);
  });

  it('are not credible beyond a million users', () => {
    expect(recommend(question({ concurrentUsers: 1_000_001 })).cells?.isBeyondModel).toBe(true);
  });

  it('are refused with the resource where no number of them handles the load', () => {
    // The base load of an instance is 100 MiB, of which 50% × 110 MiB may be in use.
    const form = shopForm(4, [supplyOf('api', 'memory', 110)]);
    expect(() => recommend(question({ concurrentUsers: 10_000 }, { candidates: [candidateOf('one', 0, form)] }))).toThrow(
      'api memory: the largest tier handles no load, because the base load exceeds the threshold; expected a base load below the threshold',
    );
  });
});

describe('the cost curve', () => {
  const curve = curveOf(question({ concurrentUsers: 1 }), [50, 100, 200, 400, 800]);

  it('gives the recommended tier and its cost at each load', () => {
    expect(
      curve.points.map(({ candidate, monthlyUsd, perThousandUsersUsd }) => [candidate?.tier, monthlyUsd?.mid, perThousandUsersUsd?.mid]),
    ).toEqual([
      ['one', 100, 2_000],
      ['one', 100, 1_000],
      ['two', 200, 1_000],
      ['three', 500, 1_250],
      [undefined, undefined, undefined],
    ]);
  });

  it('changes where a tier does not handle more load', () => {
    expect(curve.breakEvens.map(({ users, from, to }) => [users, from.tier, to?.tier])).toEqual([
      [166, 'one', 'two'],
      [333, 'two', 'three'],
      [666, 'three', undefined],
    ]);
  });

  it('changes at the same numbers of users whatever the range, and for a tier that handles only 1% more', () => {
    const candidates = [
      candidateOf('one', 0, shopForm(2, [supplyOf('api', 'processor', 4)])),
      candidateOf('two', 1, shopForm(2, [supplyOf('api', 'processor', 4.04)])),
      candidateOf('three', 2, shopForm(2, [supplyOf('api', 'processor', 8)])),
    ];
    const breaksFrom = (users: readonly number[]) => {
      const { breakEvens } = curveOf(question({ concurrentUsers: 7 }, { candidates }), users);
      return breakEvens.map((one) => [one.users, one.from.tier, one.to?.tier]);
    };
    const expected = [
      [333, 'one', 'two'],
      [336, 'two', 'three'],
      [666, 'three', undefined],
    ];
    for (const users of [
      [10, 1_000],
      [300, 700],
      [329, 331, 400, 1_000_000],
      [49, 50, 99, 667],
    ])
      expect(breaksFrom(users)).toEqual(expected);
  });

  it('is decided for each load as if it were the only one, with the cost of few candidates', () => {
    const withReplica = CANDIDATES.map((candidate) => ({ ...candidate, options: { readReplicas: '1' }, extras: { readReplicas: 1 } }));
    let costs = 0;
    const asked = question(
      { concurrentUsers: { low: 8, mid: 10, high: 13 } },
      {
        candidates: [...CANDIDATES, ...withReplica],
        costOf: (...given) => {
          costs++;
          return priceList(PRICES)(...given);
        },
      },
    );
    const decided = decideForMultiples(asked, new Samples(asked.simulation));
    const found = [0.1, 1, 10, 13, 16.66, 16.67, 20, 40, 66, 100].map((multiple) => {
      const scaled = scaleTargetWorkload(asked.system, asked.targetWorkload, multiple);
      const withAllCosts = () => recommend({ ...asked, targetWorkload: scaled }).chosen?.assessment;
      const [one, alone] = [decided(multiple), withAllCosts()];
      const [facts, expected] = [one, alone].map((each) => each && [each.candidate, each.confidence, each.factor, each.monthlyUsd]);
      expect(facts).toEqual(expected);
      expect(decide(asked, scaled)?.candidate).toBe(one?.candidate);
      return one?.candidate.tier;
    });
    expect(new Set(found)).toEqual(new Set(['one', 'two', 'three', undefined]));
    expect(costs).toBeLessThanOrEqual(2 * 3 * found.length);
  });

  it('is computed at round loads', () => {
    expect(loadsBetween(10, 1_000, 3)).toEqual([10, 22, 46, 100, 220, 460, 1000]);
    expect(() => curveOf(question({}), [1])).toThrow(RangeError);
  });
});
