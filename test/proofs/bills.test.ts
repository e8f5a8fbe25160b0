import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { BlueprintEstimate } from '../../lib/answers/estimate-stacks';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import type { Decimal } from '../../lib/core/money';
import type { SystemInput } from '../../lib/model/inputs';
import { REGIONS } from '../../lib/model/options';
import { waterfallOf } from '../../lib/output/waterfall';
import type { Estimate } from '../../lib/pricing/estimate';
import { SYSTEMS } from '../../tiers';
import { edited } from '../support/edited-system';
import { type Request, representsSystems } from '../support/forms';
import { inScope } from '../support/scope';
import { billFor } from '../support/synthesized';

function billOfRequest(request: Request, systems: readonly SystemInput[] = SYSTEMS): BlueprintEstimate {
  return billFor(blueprintFor(request, { systems }));
}

function mid({ estimate }: BlueprintEstimate): Decimal {
  return estimate.monthlyUsd.mid;
}

/** The estimate without external services. */
function ownUsd({ monthlyUsd, externalMonthlyUsd }: Estimate, point: 'low' | 'mid' | 'high'): Decimal {
  return monthlyUsd[point].minus(externalMonthlyUsd[point]);
}

function externalQuantities({ components }: Blueprint): number[] {
  return Object.values(components).flatMap((component) => (component.kind === 'external' ? [component.quantity.mid] : []));
}

describe.each(inScope(SYSTEMS, representsSystems).map((system) => [system.id, system] as const))('the estimates of %s', (_id, system) => {
  it('grow from tier to tier, at low, mid and high', () => {
    const bills = system.tiers.map(({ id }) => ({ id, ...billOfRequest({ system: system.id, tier: id }).estimate }));
    for (const [index, bill] of bills.entries()) {
      const before = bills[index - 1];
      if (before === undefined) continue;
      for (const point of ['low', 'mid', 'high'] as const) {
        expect(ownUsd(bill, point).gt(ownUsd(before, point)), `${bill.id} ${point}`).toBe(true);
      }
    }
  });

  // External services follow the workload, which need not grow: a cache may answer requests that a model answered before.
  it('have external costs that grow exactly where the workload requires more of them', () => {
    const quantities = system.tiers.map(({ id }) => externalQuantities(blueprintFor({ system: system.id, tier: id })));
    const bills = system.tiers.map(({ id }) => billOfRequest({ system: system.id, tier: id }).estimate.externalMonthlyUsd);
    for (const [index, bill] of bills.entries()) {
      const [before, asked, askedBefore] = [bills[index - 1], quantities[index] ?? [], quantities[index - 1] ?? []];
      if (before === undefined || asked.length !== askedBefore.length) continue;
      const more = asked.map((amount, which) => Math.sign(amount - (askedBefore[which] ?? 0)));
      if (new Set(more).size === 1) expect(Math.sign(bill.mid.minus(before.mid).toNumber()), system.tiers[index]?.id ?? '').toBe(more[0]);
    }
  });

  it.each(system.tiers.map(({ id }) => id))('are in order from low to high in %s', (tier) => {
    const { low, mid: middle, high } = billOfRequest({ system: system.id, tier }).estimate.monthlyUsd;
    expect(low.lte(middle) && middle.lte(high)).toBe(true);
  });

  it.each(
    inScope(
      system.tiers.map(({ id }) => id),
      (_tier, index) => index === 0,
    ),
  )('differ between the regions in %s', (tier) => {
    const totals = REGIONS.map((region) => mid(billOfRequest({ system: system.id, tier, region })).toString());
    // Oregon has Virginia's prices; the others have their own.
    expect(new Set(totals).size).toBeGreaterThanOrEqual(REGIONS.length - 1);
  });
});

describe('every billed property changes the estimate', () => {
  const aiva = SYSTEMS.find(({ id }) => id === 'aiva');
  if (aiva === undefined) throw new Error('no aiva');
  const tiers = inScope(
    aiva.tiers.map(({ id }) => id),
    (tier) => tier === 'medium',
  );

  /** A component, a property that AWS charges for, and its increased value. */
  const increases: readonly (readonly [string, string, (value: number) => unknown])[] = [
    ['database', 'storageGib', (value) => value * 2],
    ['database', 'memoryGib', (value) => value * 4],
    ['cache', 'memoryGib', (value) => value * 4],
    ['files', 'storageGib', (value) => value * 2],
    ['api', 'vcpu', (value) => value * 4],
    ['python', 'memoryGib', (value) => value * 4],
  ];

  it.each(tiers.flatMap((tier) => increases.map(([component, property, change]) => [tier, component, property, change] as const)))(
    'in %s, of %s its %s',
    (tier, component, property, change) => {
      const before = aiva.tiers.find(({ id }) => id === tier)?.components[component] as unknown as Record<string, number>;
      const changed = edited(aiva, tier, component, { [property]: change(before[property] ?? 0) });
      expect(mid(billOfRequest({ tier }, [changed])).gt(mid(billOfRequest({ tier }, [aiva])))).toBe(true);
    },
  );

  // With a fixed node type, because twice the shards on nodes of half the size may cost less.
  it.each(tiers.flatMap((tier) => (['shards', 'replicasPerShard'] as const).map((property) => [tier, property] as const)))(
    'in %s, of cache nodes of one type their %s',
    (tier, property) => {
      const pinned = { nodeType: 'cache.r7g.large', memoryGib: 4, shards: 2, replicasPerShard: 1 };
      const nodes = (properties: Record<string, unknown>) =>
        mid(billOfRequest({ tier }, [edited(aiva, tier, 'cache', { ...pinned, ...properties })]));
      expect(nodes({ [property]: pinned[property] * 2 }).gt(nodes({}))).toBe(true);
    },
  );

  it.each(tiers)('in %s: a replica, a standby, a GPU, more NAT gateways', (tier) => {
    const totalWith = (more: Request) => mid(billOfRequest({ tier, ...more }));
    expect(totalWith({ readReplicas: '3' }).gt(totalWith({ readReplicas: '2' }))).toBe(true);
    expect(totalWith({ highAvailability: 'true' }).gt(totalWith({ highAvailability: 'false' }))).toBe(true);
    expect(totalWith({ gpu: 't4' }).gt(totalWith({ gpu: 'none' }))).toBe(true);
    expect(totalWith({ cacheEngine: 'redis' }).gt(totalWith({ cacheEngine: 'valkey' }))).toBe(true);
    expect(totalWith({ compute: 'fargate' }).eq(totalWith({ compute: 'ec2' }))).toBe(false);
  });

  it('only in its own lines: more storage of the database changes no line of another component', () => {
    const changed = edited(aiva, 'medium', 'database', { storageGib: 390 });
    const amounts = ({ estimate }: BlueprintEstimate) =>
      Object.fromEntries(
        estimate.lineItems
          .filter(({ component }) => component !== 'database')
          .map((line, index) => [`${index} ${line.component} ${line.name}`, line.monthlyUsd.mid.toString()]),
      );
    expect(amounts(billOfRequest({ tier: 'medium' }, [changed]))).toEqual(amounts(billOfRequest({ tier: 'medium' }, [aiva])));
  });
});

describe.each(inScope(SYSTEMS, representsSystems).map((system) => [system.id, system] as const))(
  'the waterfall between any two estimates of %s',
  (_id, system) => {
    const estimates = (): readonly (readonly [string, Estimate])[] =>
      system.tiers.flatMap((tier) =>
        ([{}, { compute: 'fargate' }, { region: 'eu-central-1' }] as const).map(
          (options) =>
            [`${tier.id} ${Object.values(options)}`, billOfRequest({ system: system.id, tier: tier.id, ...options }).estimate] as const,
        ),
      );

    it('adds up to their difference, to the cent', () => {
      const all = estimates();
      for (const [fromName, from] of all) {
        for (const [toName, to] of all) {
          const { drivers } = waterfallOf(from, to);
          for (const point of ['low', 'mid', 'high'] as const) {
            const sum = drivers.reduce((total, driver) => total.plus(driver.change[point]), to.monthlyUsd[point].times(0));
            expect(sum.toString(), `${fromName} → ${toName}`).toBe(to.monthlyUsd[point].minus(from.monthlyUsd[point]).toString());
          }
        }
      }
    });
  },
);
