import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { loadSystem } from '../../lib/answers/system-reference';
import { resolveBlueprint } from '../../lib/blueprint/resolve';
import { capacityFormOf } from '../../lib/blueprint/supplies';
import { capacityUse } from '../../lib/capacity/utilization';
import { leastOf, shareAtLeast } from '../../lib/capacity/vector';
import { offersIn } from '../../lib/catalog/offers';
import type { Design } from '../../lib/design/design';
import { designTier } from '../../lib/design/design-tier';
import { supplyOfSize } from '../../lib/design/size-supply';
import { sizesOf } from '../../lib/design/sizes';
import type { Component } from '../../lib/model/component';
import { Options } from '../../lib/model/options';
import { parseInput } from '../../lib/model/parse';
import type { Service } from '../../lib/model/service';
import type { System } from '../../lib/model/system';
import type { Tier } from '../../lib/model/tier';
import { TargetWorkload } from '../../lib/model/workload';
import { SYSTEMS } from '../../tiers';

/** Decision 26 excludes sizes that are free in the model only. Each test checks one of its rules in every tier of every system. */
const systems = SYSTEMS.map(loadSystem);
const tiers = systems.flatMap((system) => system.tiers.map((tier) => ({ name: `${system.id} ${tier.id}`, system, tier })));

/** Sizes of a component for half and for twice the workload of its tier. */
function sizesIn(system: System, tier: Tier, id: string, component: Component): readonly Component[] {
  return [0.5, 2].flatMap((timesBase) =>
    sizesOf(component, {
      id,
      base: tier,
      tiers: system.tiers,
      timesBase,
      timesStored: timesBase,
      readsFromReplicas: true,
      usesStorage: false,
    }),
  );
}

/** Pairs of a component with one of its sizes. */
function pairsOf<Kind extends Component['kind']>(system: System, tier: Tier, kind: Kind) {
  type Own = Extract<Component, { kind: Kind }>;
  return Object.entries(tier.components).flatMap(([id, component]) =>
    component.kind === kind ? sizesIn(system, tier, id, component).map((size) => ({ id, own: component as Own, size: size as Own })) : [],
  );
}

function servicesOf({ tiers: all }: System, id: string): Service[] {
  return all.flatMap(({ components }) => (components[id]?.kind === 'service' ? [components[id]] : []));
}

describe.each(tiers)('in $name', ({ system, tier }) => {
  test('an instance has the vCPU, workers, pool and limits of one tier: a process with one thread uses no eight cores', () => {
    for (const { id, size } of pairsOf(system, tier, 'service')) {
      const same = servicesOf(system, id).filter(
        ({ vcpu, workers, databasePool, callsPerInstance, limits }) =>
          JSON.stringify([vcpu, workers, databasePool, callsPerInstance, limits]) ===
          JSON.stringify([size.vcpu, size.workers, size.databasePool, size.callsPerInstance, size.limits]),
      );
      expect(same.length, id).toBeGreaterThan(0);
    }
  });

  test('an instance has at least the memory of a tier: the largest piece of work fits into it', () => {
    for (const { id, size } of pairsOf(system, tier, 'service')) {
      const alike = servicesOf(system, id).filter(({ vcpu }) => vcpu === size.vcpu);
      expect(size.memoryGib, id).toBeGreaterThanOrEqual(Math.min(...alike.map(({ memoryGib }) => memoryGib)));
    }
  });

  test('databases keep their memory for each vCPU, their storage, standby, pooler and kind of class', () => {
    for (const { own, size } of pairsOf(system, tier, 'database')) {
      expect(size.memoryGib / size.vcpu).toBeGreaterThanOrEqual(own.memoryGib / own.vcpu - 1e-9);
      expect(size.memoryGib).toBeGreaterThanOrEqual(own.memoryGib / 2);
      expect(size.storageGib).toBeGreaterThanOrEqual(own.storageGib);
      expect(size.connections ?? 0).toBeLessThanOrEqual(own.connections ?? 0);
      const { engine, multiAz, burstable, pooler, poolerLimits } = own;
      expect(size).toMatchObject(JSON.parse(JSON.stringify({ engine, multiAz, burstable, pooler, poolerLimits })));
    }
  });

  test('caches keep their memory for the workload and the replicas of each shard', () => {
    for (const { own, size } of pairsOf(system, tier, 'cache')) {
      expect(size.memoryGib).toBeGreaterThanOrEqual(own.memoryGib / 2);
      expect(size.replicasPerShard).toBe(own.replicasPerShard);
    }
  });
});

// Source: Amazon RDS user guide, "DB instance class types": db.t3 and db.t4g run in unlimited mode. Amazon RDS pricing: "CPU Credits are charged
// at $0.075 per vCPU-Hour", above the baseline, which is 20% of both vCPUs of a t4g.medium (Amazon EC2 user guide, "Key concepts").
test.each([
  ['20% of the peak', 0.2, 0, 0],
  ['33% of the peak', 0.33, 0, (0.33 - 0.2) * 2 * 730 * 0.075],
  ['33% of the peak, with two read replicas', 0.33, 2, 3 * (0.33 - 0.2) * 2 * 730 * 0.075],
])(
  'a burstable class counts with all vCPUs, and its price has the credits of an average load of %s',
  (_load, busyShare, readReplicas, creditsUsd) => {
    const capsules = systems.find(({ id }) => id === 'capsules') as System;
    const own = capsules.tiers[0] as Tier;
    const database = { ...own.components.database, instanceClass: 'db.t4g.medium', readReplicas } as Component;
    const users = { low: 500, mid: 500, high: 500 };
    const tier: Tier = { ...own, components: { ...own.components, database }, workload: { ...own.workload, concurrentUsers: users } };
    const averageToPeak = { ...capsules.traffic.averageToPeak, value: busyShare };
    const system = { ...capsules, tiers: [tier], traffic: { ...capsules.traffic, averageToPeak } };
    const offers = offersIn('us-east-1');
    const blueprint = resolveBlueprint({ system, tier: tier.id, options: parseInput(Options, {}, 'options'), offers });
    const usdWith = (share: number) =>
      supplyOfSize({ tier, blueprint, offers, averageLoad: share }, 'database', database)?.monthlyUsd ?? Number.NaN;
    expect(usdWith(busyShare) - usdWith(0)).toBeCloseTo(creditsUsd, 6);
    const billed = blueprint.usage.find(({ component, key }) => component === 'database' && key === 'surplusCreditVcpuHours');
    expect((billed?.quantity.mid ?? Number.NaN) * 0.075).toBeCloseTo(creditsUsd, 3);
    const form = supplyOfSize({ tier, blueprint, offers, averageLoad: busyShare }, 'database', database)?.form;
    for (const { supplies } of [capacityFormOf(blueprint, tier), ...(form === undefined ? [] : [form])]) {
      const processors = supplies.filter(({ component, resource }) => component === 'database' && resource === 'processor');
      expect(processors.map(({ perInstance, instances }) => perInstance.mid * instances.max)).toEqual([
        2,
        ...(readReplicas > 0 ? [4] : []),
      ]);
    }
  },
);

// Source: ElastiCache user guide, "Burstable Performance Instances": configured as standard; credits earned per hour, each a core for a minute.
test.each([
  ['cache.t4g.micro', 12 / 60],
  ['cache.t4g.small', 24 / 60],
  ['cache.t3.medium', 24 / 60],
  ['cache.m7g.large', 1],
])('the thread of a %s has %d cores in a tier and in a design', (nodeType, cores) => {
  const system = systems.find(({ id }) => id === 'aiva') as System;
  const tier = system.tiers.find(({ id }) => id === 'small') as Tier;
  const cache = tier.components.cache;
  if (cache?.kind !== 'cache') throw new Error('the cache is a cache');
  const blueprint = blueprintFor({ system: system.id, tier: tier.id });
  const resolved = blueprint.components.cache;
  if (resolved?.kind !== 'cache') throw new Error('the cache is a cache');
  const components = { ...blueprint.components, cache: { ...resolved, nodeType } };
  const size = { ...cache, memoryGib: 0.25, nodeType };
  const forms = [
    capacityFormOf({ components }, tier),
    supplyOfSize({ tier, blueprint, offers: offersIn('us-east-1'), averageLoad: 0.2 }, 'cache', size)?.form,
  ];
  for (const form of forms) {
    const processor = form?.supplies.find(({ component, resource }) => component === 'cache' && resource === 'processor');
    expect(processor?.perInstance.mid).toBeCloseTo(cores);
  }
});

/** A design of AIVA for 350 users. */
function designOf(confidence: number): Design {
  const system = systems.find(({ id }) => id === 'aiva') as System;
  const options = parseInput(Options, {}, 'options');
  const result = designTier({
    system,
    base: system.tiers.find(({ id }) => id === 'large') as Tier,
    id: 'made',
    options,
    offers: offersIn(options.region),
    targetWorkload: parseInput(TargetWorkload, { concurrentUsers: 350 }, 'workload'),
    confidence,
    simulation: { sampleCount: 2_000 },
  });
  if (!('design' in result)) throw new Error('AIVA has sizes for 350 users');
  return result.design;
}

describe('maxima of autoscaling cost nothing at the expected load', () => {
  const design = designOf(0.9);
  const maxima = Object.entries(design.tier.components).flatMap(([id, component]) =>
    component.kind === 'service' ? [{ id, ...component.instances }] : [],
  );

  test('a smaller maximum lowers no cost: with half the confidence as many instances are expected, and fewer at most', () => {
    const instancesOf = ({ tier }: Design) =>
      Object.values(tier.components).flatMap((one) => (one.kind === 'service' ? [one.instances] : []));
    const [sure, risky] = [instancesOf(design), instancesOf(designOf(0.5))];
    expect(risky.map(({ expected }) => expected)).toEqual(sure.map(({ expected }) => expected));
    const most = (instances: typeof sure) => instances.reduce((sum, { max }) => sum + max, 0);
    expect(most(risky)).toBeLessThan(most(sure));
  });

  test('so each is the smallest that reaches the confidence: 5% less of any is not enough', () => {
    const shareWith = (id: string, times: number) => {
      const supplies = design.form.supplies.map((supply) => {
        const max = Math.floor(supply.instances.max * times);
        return supply.component === id ? { ...supply, instances: { min: Math.min(supply.instances.min, max), max } } : supply;
      });
      return shareAtLeast(leastOf(capacityUse(design.demands, { ...design.form, supplies }).uses.map(({ factor }) => factor)), 1);
    };
    for (const { id } of maxima) {
      expect(shareWith(id, 1), id).toBeGreaterThanOrEqual(0.905);
      expect(shareWith(id, 0.95), id).toBeLessThan(0.905);
    }
  });

  test('and larger than the minimum only where autoscaling has a target', () => {
    for (const { system, tier } of tiers) {
      for (const { id, own } of pairsOf(system, tier, 'service')) {
        if (own.instances.max > own.instances.min) expect(Object.values(own.scaling).some(Boolean), `${tier.id} ${id}`).toBe(true);
      }
    }
  });
});
