import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { type ClusterEstimate, estimateCharts } from '../../lib/answers/estimate-manifest-files';
import type { SystemInput } from '../../lib/model/inputs';
import { REGIONS } from '../../lib/model/options';
import { SYSTEMS } from '../../tiers';
import { edited } from '../support/edited-system';
import { representsSystems } from '../support/forms';
import { inScope } from '../support/scope';

const CLUSTER = { platform: 'kubernetes' } as const;

function billFor(request: Readonly<Record<string, string>>, systems: readonly SystemInput[] = SYSTEMS): ClusterEstimate {
  return estimateCharts(blueprintFor({ ...CLUSTER, ...request }, { systems }));
}

/** US dollars per month of tiers that are compared with several edited ones, by request. */
const comparedUsd = new Map<string, number>();

function unchangedUsd(request: Readonly<Record<string, string>>): number {
  const key = JSON.stringify(request);
  const usd = comparedUsd.get(key) ?? monthlyUsd(billFor(request));
  comparedUsd.set(key, usd);
  return usd;
}

function unpriced({ estimate }: ClusterEstimate): string[] {
  return estimate.lineItems.filter(({ state }) => state === 'unpriced').map(({ resource, reason }) => `${resource}: ${reason}`);
}

const monthlyUsd = ({ estimate }: ClusterEstimate) => estimate.monthlyUsd.mid.toNumber();

const FORMS = ['statefulset', 'operator'] as const;
const TIERS = inScope(SYSTEMS, representsSystems).flatMap((system) => system.tiers.map((tier) => ({ system: system.id, tier: tier.id })));

describe.each(FORMS)('the estimate of every tier as manifests, data stores in the form %s', (dataStores) => {
  it.each(TIERS)('$system $tier has no unpriced resource, and a node for every pod within the limits of its pools', (request) => {
    const bill = billFor({ ...request, dataStores });
    expect(unpriced(bill)).toEqual([]);
    expect(bill.warnings.filter(({ kind }) => kind === 'pool-limit-exceeded')).toEqual([]);
    const { low, mid, high } = bill.estimate.monthlyUsd;
    expect(low.lte(mid) && mid.lte(high)).toBe(true);
  });
});

describe.each(REGIONS)('the estimates in %s', (region) => {
  it.each(inScope(SYSTEMS, representsSystems).map(({ id }) => id))('of %s have a price for everything', (system) => {
    expect(unpriced(billFor({ system, region }))).toEqual([]);
  });
});

/** Properties whose increase raises the cost, by kind. Properties that a component does not have are skipped. */
const LARGER = {
  service: ['vcpu', 'memoryGib'],
  database: ['vcpu', 'memoryGib', 'storageGib', 'readReplicas'],
  cache: ['memoryGib'],
  'document-store': ['memoryGib', 'storageGib'],
  'vector-store': ['memoryGib', 'storageGib'],
} as const;

/** A factor whose result exceeds the free capacity of every node. */
const TIMES = 16;

function larger(value: unknown): number {
  if (typeof value !== 'number') throw new Error(`nothing to enlarge in ${String(value)}`);
  return value === 0 ? 2 : Math.ceil(value * TIMES);
}

const ENLARGED = inScope(SYSTEMS, representsSystems).flatMap((system) => {
  const tier = system.tiers[1] ?? system.tiers[0];
  if (tier === undefined) return [];
  return Object.entries(tier.components).flatMap(([id, component]) =>
    component.kind in LARGER
      ? LARGER[component.kind as keyof typeof LARGER]
          .filter((property) => property in component)
          .map((property) => ({
            system,
            tier: tier.id,
            id,
            property,
            value: larger(Object.entries(component).find(([key]) => key === property)?.[1]),
          }))
      : [],
  );
});

describe.each(inScope(FORMS, (form) => form === 'operator'))(
  'a large increase of one property costs more, with data stores in the form %s',
  (dataStores) => {
    it.each(ENLARGED)('$tier $id $property', ({ system, tier, id, property, value }) => {
      const request = { system: system.id, tier, dataStores };
      const more = billFor(request, [edited(system, tier, id, { [property]: value })]);
      expect(monthlyUsd(more)).toBeGreaterThan(unchangedUsd(request));
    });
  },
);

describe('services that always run at their maximum', () => {
  it.each(SYSTEMS.map((system) => [system.id, system] as const))('cost more, in %s', (id, system) => {
    const tier = system.tiers.find(({ components }) => Object.values(components).some(isElastic));
    if (tier === undefined) throw new Error(`nothing in ${id} scales`);
    const busy = Object.entries(tier.components).reduce<SystemInput>(
      (changed, [name, component]) =>
        isElastic(component)
          ? edited(changed, tier.id, name, {
              instances: { min: component.instances.max, expected: component.instances.max, max: component.instances.max },
            })
          : changed,
      system,
    );
    const request = { system: id, tier: tier.id };
    expect(monthlyUsd(billFor(request, [busy]))).toBeGreaterThan(monthlyUsd(billFor(request)));
  });
});

type ComponentInput = SystemInput['tiers'][number]['components'][string];

function isElastic(component: ComponentInput): component is Extract<ComponentInput, { kind: 'service' }> {
  return component.kind === 'service' && component.instances.min < component.instances.max;
}
