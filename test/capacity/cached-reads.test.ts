import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { loadSystem } from '../../lib/answers/system-reference';
import { capacityFormOf } from '../../lib/blueprint/supplies';
import { missShare } from '../../lib/capacity/cached-reads';
import { capacityOfForm } from '../../lib/capacity/capacity';
import { Samples } from '../../lib/capacity/samples';
import type { ResourceSupply } from '../../lib/capacity/supply';
import { inSample } from '../../lib/capacity/vector';
import { certain } from '../../lib/core/interval';
import { parseInput } from '../../lib/model/parse';
import type { Tier } from '../../lib/model/tier';
import { TargetWorkload } from '../../lib/model/workload';
import { supplyBasisText } from '../../lib/output/supply';
import { cachedMib } from '../../lib/selection/cached-data';
import { containerVolumeSpeed, rdsVolumeSpeed } from '../../lib/selection/volume-speed';
import { SYSTEMS } from '../../tiers';
import { shopForm, supplyOf } from '../support/capacity';
import { shopWith } from '../support/latency';

describe('the share of reads outside the memory of a server', () => {
  it.each([
    [4, 1, 0],
    [4, 4, 0],
    [4, 8, 0.5],
    [1, 10, 0.9],
  ])('with %d GiB of memory and a working set of %d GiB is %d', (cachedGib, workingSetGib, share) => {
    expect(missShare(cachedGib, workingSetGib)).toBeCloseTo(share);
  });
});

/** Share of reads that miss a memory of pages, of which the one that was not read for the longest time is evicted. */
function simulatedMissShare(memoryPages: number, pageOf: (read: number) => number): number {
  const memory = new Set<number>();
  const [warmUp, reads] = [20_000, 60_000];
  let misses = 0;
  for (let read = 0; read < warmUp + reads; read++) {
    const page = pageOf(read);
    if (!memory.delete(page) && read >= warmUp) misses += 1;
    memory.add(page);
    const [oldest] = memory.size > memoryPages ? memory : [];
    if (oldest !== undefined) memory.delete(oldest);
  }
  return misses / reads;
}

describe('a simulated memory of 1,000 pages', () => {
  const chances = new Samples({ sampleCount: 80_000 }).draw('page', { low: 0, mid: 0.5, high: 1 });
  const chance = (read: number) => inSample(chances, read);

  it.each([
    [800, 0],
    [2_000, 0.5],
    [10_000, 0.9],
  ])('with %d pages that are read equally often misses the modelled share', (pages, expected) => {
    const share = simulatedMissShare(1_000, (read) => Math.floor(pages * chance(read)));
    expect(share).toBeCloseTo(expected, 1);
    expect(share).toBeCloseTo(missShare(1_000, pages), 1);
  });

  it('misses fewer reads where some pages are read more often', () => {
    const share = simulatedMissShare(1_000, (read) => Math.floor(10_000 * chance(read) ** 3));
    expect(share).toBeLessThan(0.8 * missShare(1_000, 10_000));
    expect(share).toBeGreaterThan(0);
  });
});

describe('the speed of the storage of RDS', () => {
  // Amazon RDS user guide, "gp3 storage": 3,000 IOPS and 125 MiB/s below 400 GiB, else 12,000 and 500. Amazon EC2 user guide, "EBS-optimized
  // instance types", baselines: t4g.medium 2,000 IOPS and 347 Mbit/s, m6g.large 3,600 and 630, m7g.4xlarge 20,000 and 5,000.
  it.each([
    ['db.t4g.medium', 20, 2_000, 41.4],
    ['db.m6g.large', 399, 3_000, 75.1],
    ['db.m6g.large', 400, 3_600, 75.1],
    ['db.m7g.4xlarge', 399, 3_000, 125],
    ['db.m7g.4xlarge', 400, 12_000, 500],
  ])('%s with %d GiB', (instanceClass, storageGib, iops, mibps) => {
    const speed = rdsVolumeSpeed(instanceClass, storageGib);
    expect(speed?.iops).toBe(iops);
    expect(speed?.mibps).toBeCloseTo(mibps, 1);
  });

  it.each([
    ['db.m7g.4xlarge', 16_000, 16_000],
    ['db.m7g.2xlarge', 16_000, 12_000],
  ])('%s with %d provisioned IOPS', (instanceClass, provisioned, iops) => {
    expect(rdsVolumeSpeed(instanceClass, 400, provisioned)).toMatchObject({ iops });
  });

  it('is not known with a class whose baseline is not known', () => {
    expect(rdsVolumeSpeed('db.x9g.large', 400)).toBeUndefined();
  });
});

describe('the speed of the volume of a container', () => {
  // Amazon EBS user guide, "General Purpose SSD volumes": 3,000 IOPS and 125 MiB/s. Amazon EC2 user guide, "EBS-optimized instance types",
  // baselines: m7g.large 3,600 IOPS and 630 Mbit/s, m5.xlarge 1,150 Mbit/s, t4g.small 1,000 and 174, t4g.medium 2,000 and 347.
  it.each([
    ['on a node of a type', 2, 8, { instanceType: 'm7g.large', burstable: false }, 3_000, 75.1],
    ['on a larger node', 4, 16, { instanceType: 'm5.2xlarge', burstable: false }, 3_000, 125],
    ['on a burstable node', 2, 2, { instanceType: 't4g.small', burstable: true }, 1_000, 20.7],
    ['on the slowest node with 2 vCPU', 2, 8, { burstable: false }, 3_000, 75.1],
    ['on the slowest node with 4 vCPU', 3, 12, { burstable: false }, 3_000, 125],
    ['on the slowest node with 4 GiB, which is burstable', 1, 3, { burstable: true }, 2_000, 41.4],
  ] as const)('%s', (_, vcpu, memoryGib, node, iops, mibps) => {
    const speed = containerVolumeSpeed({ vcpu, memoryGib }, node);
    expect(speed?.iops).toBe(iops);
    expect(speed?.mibps).toBeCloseTo(mibps, 1);
  });

  it('is not known on a node whose baseline is not known, or with more vCPU than any', () => {
    expect(containerVolumeSpeed({ vcpu: 2, memoryGib: 8 }, { instanceType: 'x9g.large', burstable: false })).toBeUndefined();
    expect(containerVolumeSpeed({ vcpu: 500, memoryGib: 8 }, { burstable: false })).toBeUndefined();
  });
});

describe('memory for pages', () => {
  // RDS reserves 280 MiB and 20 MiB per GiB: 7.57 of 8 GiB are left.
  const left = 8 * 1_024 - 280 - 160;

  it.each([
    ['the share of a formula of RDS', 'mysql', '{DBInstanceClassMemory*62/100}', 0.62 * left],
    ['the bytes of a parameter', 'mariadb', String(3 * 1_024 ** 3), 3_072],
    ['unknown with another formula', 'mysql', '{DBInstanceClassMemory/2}', undefined],
    // PostgreSQL 17 and RDS: effective_cache_size, with the cache of the operating system.
    ['half of the memory in PostgreSQL', 'postgres', '', 0.5 * left],
  ] as const)('is %s', (_, engine, pool, expected) => {
    const mib = cachedMib({ engine, memoryGib: 8, isManaged: true, parameters: { innodb_buffer_pool_size: pool } });
    if (expected === undefined) expect(mib).toBeUndefined();
    else expect(mib).toBeCloseTo(expected, 6);
  });
});

describe('the storage of a database as a resource', () => {
  const volume: Partial<ResourceSupply> = { cachedMib: 2_048 };
  const replicas: Partial<ResourceSupply> = {
    ...volume,
    part: 'replicas',
    instances: { min: 2, max: 2 },
    replay: { share: certain(1), applied: certain(1), evidence: 'assumed', source: 'test' },
  };
  const on = { component: 'store', resource: 'iops' };
  const system = shopWith({
    pages: { demands: [{ ...on, amount: 40, workingSetGib: 8, readOnly: true }] },
    orders: { demands: [{ ...on, amount: 10 }] },
  });
  const workload = parseInput(TargetWorkload, { operations: { pages: '10/s', orders: '20/s' } }, 'test');
  const rowsWith = (supplies: readonly ResourceSupply[]) =>
    capacityOfForm(system, shopForm(4, supplies), workload, { sampleCount: 10 }).rows.filter(({ resource }) => resource === 'iops');

  it('without replicas: 400 page reads/s of which three quarters miss, and 200 writes/s', () => {
    const [row] = rowsWith([supplyOf('store', 'iops', 3_000, volume)]);
    expect(row?.utilization.mid).toBeCloseTo((400 * 0.75 + 200) / 3_000);
    // The default threshold is 80%.
    expect(row?.timesWorkload.mid).toBeCloseTo((0.8 * 3_000) / 500);
  });

  it('with two replicas: they serve the reads, and each has all writes', () => {
    const rows = rowsWith([supplyOf('store', 'iops', 3_000, volume), supplyOf('store', 'iops', 3_000, replicas)]);
    expect(rows.find(({ part }) => part === 'primary')?.utilization.mid).toBeCloseTo(200 / 3_000);
    expect(rows.find(({ part }) => part === 'replicas')?.utilization.mid).toBeCloseTo((400 * 0.75 + 2 * 200) / 6_000);
  });

  it('with a stated limit, whose memory is unknown: all reads count', () => {
    expect(rowsWith([supplyOf('store', 'iops', 3_000)])[0]?.utilization.mid).toBeCloseTo(600 / 3_000);
  });

  it('of a tier with 400 GiB: its class limits it, db.m6g.large or db.m7g.large with 3,600 IOPS', () => {
    const aiva = loadSystem(SYSTEMS.find(({ id }) => id === 'aiva') as (typeof SYSTEMS)[number]);
    const tier = aiva.tiers.find(({ id }) => id === 'large') as Tier;
    const { supplies } = capacityFormOf(blueprintFor({ system: 'aiva', tier: 'large' }), tier);
    const iops = supplies.filter(({ component, resource }) => component === 'database' && resource === 'iops');
    expect(iops.map(({ part, perInstance, instances }) => [part, perInstance.mid, instances.max])).toEqual([
      ['primary', 3_600, 1],
      ['replicas', 3_600, 2],
    ]);
    expect(iops[0]?.cachedMib).toBeGreaterThan(4 * 1_024);
  });

  it.each(['statefulset', 'operator'] as const)(
    'of the same tier in a cluster, as a %s: 3,000 IOPS of its volume, and 630 Mbit/s of a node with 2 vCPU',
    (dataStores) => {
      const aiva = loadSystem(SYSTEMS.find(({ id }) => id === 'aiva') as (typeof SYSTEMS)[number]);
      const tier = aiva.tiers.find(({ id }) => id === 'large') as Tier;
      const { supplies } = capacityFormOf(blueprintFor({ system: 'aiva', tier: 'large', platform: 'kubernetes', dataStores }), tier);
      const volumes = supplies.filter(({ component, resource }) => component === 'database' && ['iops', 'throughput'].includes(resource));
      expect(volumes.map(({ resource, part, perInstance, instances }) => [resource, part, perInstance.mid, instances.max])).toEqual([
        ['iops', 'primary', 3_000, 1],
        ['iops', 'replicas', 3_000, 2],
        ['throughput', 'primary', expect.closeTo(75.1, 1), 1],
        ['throughput', 'replicas', expect.closeTo(75.1, 1), 2],
      ]);
      expect(volumes.map(({ basis }) => supplyBasisText(basis))).toContain(
        'gp3 of 400 GiB and the slowest node that fits × 2 read replicas, the slower one',
      );
    },
  );
});
