import { describe, expect, it } from 'vitest';
import { underLoad } from '../../lib/answers/capacity-question';
import { externalsOf, fixedUsd } from '../../lib/answers/cost-bounds';
import { loadSystem } from '../../lib/answers/system-reference';
import { resolveBlueprint } from '../../lib/blueprint/resolve';
import { offersIn } from '../../lib/catalog/offers';
import { certain } from '../../lib/core/interval';
import { Options } from '../../lib/model/options';
import { parseInput } from '../../lib/model/parse';
import { SYSTEMS } from '../../tiers';
import { inScope } from '../support/scope';
import { billFor } from '../support/synthesized';

const LOADED = SYSTEMS.map(loadSystem);
const TIERS = LOADED.flatMap((system) => system.tiers.map((tier) => [system.id, tier.id, system, tier] as const));
const USERS = [1, 3_000, 400_000];
const OPTIONS = parseInput(Options, {}, 'options');

/** A tier under the load of users, with its estimate. */
function estimated(system: (typeof LOADED)[number], tier: (typeof TIERS)[number][3], users: number) {
  const loaded = underLoad(system, tier, { targetWorkload: { concurrentUsers: certain(users) }, instances: [] });
  const tiers = system.tiers.map((each) => (each.id === tier.id ? loaded : each));
  const blueprint = resolveBlueprint({ system: { ...system, tiers }, tier: tier.id, options: OPTIONS, offers: offersIn(OPTIONS.region) });
  return { blueprint, estimate: billFor(blueprint).estimate };
}

describe('the charges that no load changes', () => {
  it.each(inScope(TIERS, (_tier, index) => index === 0))(
    'of %s %s are the same under every load, and at most the cost',
    (_system, _id, system, tier) => {
      const under = USERS.map((users) => estimated(system, tier, users));
      const fixed = under.map(({ blueprint, estimate }) => fixedUsd(blueprint, estimate).toFixed(2));
      expect(new Set(fixed).size).toBe(1);
      for (const { blueprint, estimate } of under) {
        const least = fixedUsd(blueprint, estimate).plus(estimate.externalMonthlyUsd.mid);
        expect(least.toNumber()).toBeGreaterThan(0);
        expect(least.toNumber()).toBeLessThanOrEqual(estimate.monthlyUsd.mid.toNumber());
      }
    },
  );

  it('of stacks on EKS and of manifests are unknown', () => {
    const [, , system, tier] = TIERS[0] as (typeof TIERS)[number];
    const { blueprint, estimate } = estimated(system, tier, 10);
    expect(fixedUsd(blueprint, estimate).toNumber()).toBeGreaterThan(0);
    for (const platform of ['eks', 'kubernetes'] as const) {
      expect(fixedUsd({ ...blueprint, options: { ...blueprint.options, platform } }, estimate).toNumber()).toBe(0);
    }
  });
});

describe('external services', () => {
  it.each(LOADED.map((system) => [system.id, system] as const))(
    'of %s cost two tiers that define the same ones as much under the same load',
    (_id, system) => {
      for (const users of USERS) {
        const usdOf = new Map<string, string>();
        for (const tier of system.tiers) {
          const loaded = underLoad(system, tier, { targetWorkload: { concurrentUsers: certain(users) }, instances: [] });
          const tiers = system.tiers.map((each) => (each.id === tier.id ? loaded : each));
          const blueprint = resolveBlueprint({
            system: { ...system, tiers },
            tier: tier.id,
            options: OPTIONS,
            offers: offersIn(OPTIONS.region),
          });
          const charged = JSON.stringify(Object.values(blueprint.components).filter(({ kind }) => kind === 'external'));
          const externals = externalsOf(tier, blueprint);
          expect(usdOf.get(externals) ?? charged).toBe(charged);
          usdOf.set(externals, charged);
        }
      }
    },
  );
});
