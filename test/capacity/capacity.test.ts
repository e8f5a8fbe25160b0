import { describe, expect, it } from 'vitest';
import { type Capacity, capacityOfForm } from '../../lib/capacity/capacity';
import { Demands } from '../../lib/capacity/demand';
import { instancesNeeded } from '../../lib/capacity/instances';
import { Samples } from '../../lib/capacity/samples';
import type { ResourceSupply } from '../../lib/capacity/supply';
import { capacityUse } from '../../lib/capacity/utilization';
import { InputError } from '../../lib/core/problems';
import { completeWorkload, requestsOf } from '../../lib/model/complete-workload';
import { parseInput } from '../../lib/model/parse';
import type { Resource } from '../../lib/model/resource';
import { System } from '../../lib/model/system';
import { estimatedVolumes, scaleTargetWorkload, volumeIntervals } from '../../lib/model/volumes';
import { TargetWorkload } from '../../lib/model/workload';
import { shop, shopForm, shopInput, supplyOf } from '../support/capacity';

const targetWorkload = (input: unknown) => parseInput(TargetWorkload, input, 'test');
const hundred = targetWorkload({ concurrentUsers: 100 });

function row(capacity: Capacity, component: string, resource: Resource, part = 'primary') {
  const found = capacity.rows.find((one) => one.component === component && one.resource === resource && one.part === part);
  if (found === undefined) throw new Error(`no row ${component} ${resource}`);
  return found;
}

describe('volumes', () => {
  it('follow from users, from other operations and from given volumes', () => {
    const volumes = volumeIntervals(shop, hundred);
    // 100 users × 6 requests/minute, and 1 order/s with 2 requests each.
    expect(volumes.get('requests')?.mid).toBe(12);
    expect(volumes.get('orders')?.mid).toBe(1);
    expect(volumes.get('carts')?.mid).toBe(50);
    expect(volumeIntervals(shop, targetWorkload({ concurrentUsers: 100, operations: { orders: '30/min' } })).get('requests')?.mid).toBe(11);
    expect(volumeIntervals(shop, targetWorkload({ requestsPerSecond: 5 })).get('requests')?.mid).toBe(5);
  });

  it('fill in what a workload leaves out', () => {
    expect(completeWorkload(shop, hundred)).toMatchObject({ concurrentUsers: { mid: 100 } });
    expect(requestsOf(shop, hundred).mid).toBe(12);
    // The estimate derives the operations that a workload leaves out from its users.
    const estimated = estimatedVolumes(shop, completeWorkload(shop, hundred));
    expect([...estimated].map(([id, { mid }]) => [id, mid])).toEqual(
      expect.arrayContaining([
        ['requests', 12],
        ['orders', 1],
        ['carts', 50],
      ]),
    );
  });

  it('scale with every given volume', () => {
    const mixed = targetWorkload({ concurrentUsers: 100, operations: { orders: '30/min' } });
    const tripled = volumeIntervals(shop, scaleTargetWorkload(shop, mixed, 3));
    for (const [id, volume] of volumeIntervals(shop, mixed)) expect(tripled.get(id)?.mid).toBeCloseTo(volume.mid * 3);
  });
});

describe('a fixed amount, which no user causes', () => {
  const positions = {
    name: 'courier position',
    kind: 'event',
    usual: { amount: 20, per: 'system' },
    demands: [{ component: 'api', resource: 'processor', amount: 1, seconds: 0.05 }],
  } as const;
  const delivery = System.parse({ ...shopInput, operations: { ...shopInput.operations, positions } });
  const operationOf = (capacity: Capacity, id: string) => capacity.operations.find(({ operation }) => operation === id);

  it('stays the same when the workload grows, given or not', () => {
    for (const [given, fixed] of [
      [{ concurrentUsers: 100 }, 20],
      [{ concurrentUsers: 100, operations: { positions: 30 } }, 30],
    ] as const) {
      const tripled = volumeIntervals(delivery, scaleTargetWorkload(delivery, targetWorkload(given), 3));
      expect(tripled.get('requests')?.mid).toBe(36);
      expect(tripled.get('positions')?.mid).toBe(fixed);
    }
  });

  it('leaves the rest of the resource to users', () => {
    const capacity = capacityOfForm(delivery, shopForm(4), hundred);
    // Users: 12 requests/s × 0.05 s; positions: 20/s × 0.05 s; half of 4 cores may be used.
    expect(row(capacity, 'api', 'processor').utilization.mid).toBeCloseTo((0.6 + 1) / 4);
    expect(row(capacity, 'api', 'processor').timesWorkload.mid).toBeCloseTo((2 - 1) / 0.6);
    expect(operationOf(capacity, 'positions')?.inTheMix.mid).toBe(20);
    expect(operationOf(capacity, 'requests')?.inTheMix.mid).toBeCloseTo(20);
    expect(operationOf(capacity, 'positions')?.alone.mid).toBeCloseTo(2 / 0.05);
    expect(operationOf(capacity, 'requests')?.alone.mid).toBeCloseTo(1 / 0.05);
    // Half of 1 core is less than the positions need.
    expect(row(capacityOfForm(delivery, shopForm(1), hundred), 'api', 'processor').timesWorkload.mid).toBe(0);
  });

  it('has the same value in its share of the load as in all of it, also in samples of a range', () => {
    const ranged = System.parse({
      ...shopInput,
      operations: { ...shopInput.operations, positions: { ...positions, usual: { amount: [10, 30], per: 'system' } } },
    });
    const [few, many] = [100, 1_000].map((concurrentUsers) => capacityOfForm(ranged, shopForm(4), targetWorkload({ concurrentUsers })));
    // Users: 0.006 cores each; positions: 0.5 to 1.5 of the 2 cores that may be used.
    expect(few?.concurrentUsers.low).toBeGreaterThan(0.5 / 0.006);
    expect(few?.concurrentUsers.high).toBeLessThan(1.5 / 0.006);
    for (const end of ['low', 'mid', 'high'] as const) expect(many?.concurrentUsers[end]).toBeCloseTo(few?.concurrentUsers[end] ?? 0);
  });

  it('grows as a whole in a workload that has nothing else', () => {
    const capacity = capacityOfForm(delivery, shopForm(4), targetWorkload({}));
    expect(row(capacity, 'api', 'processor').timesWorkload.mid).toBeCloseTo(2);
    expect(volumeIntervals(delivery, scaleTargetWorkload(delivery, {}, 3)).get('positions')?.mid).toBe(60);
  });

  it('is not the activity of users', () => {
    expect(capacityOfForm(delivery, shopForm(4), hundred).userActivity.active).toEqual(
      capacityOfForm(shop, shopForm(4), hundred).userActivity.active,
    );
  });
});

describe('capacity, computed manually', () => {
  const capacity = capacityOfForm(shop, shopForm(4), hundred);

  it('is the demand by Little’s law over the supply', () => {
    // 12 requests/s × 0.05 s are 0.6 of 4 cores; × 0.2 s are 2.4 of 20 connections.
    expect(row(capacity, 'api', 'processor').utilization.mid).toBeCloseTo(0.15);
    expect(row(capacity, 'store', 'connections').utilization.mid).toBeCloseTo(0.12);
    // 12 × 0.01 s and 1 order × 0.1 s are 0.22 of 8 cores.
    expect(row(capacity, 'store', 'processor').utilization.mid).toBeCloseTo(0.0275);
    // 50 carts × 2 MiB and 4 × 100 MiB of the runtime, of 4,000 MiB.
    expect(row(capacity, 'api', 'memory').utilization.mid).toBeCloseTo(0.125);
    expect(row(capacity, 'api', 'memory').base.mid).toBe(400);
  });

  it('is the load at which the first resource reaches its threshold', () => {
    // Processor: 0.5 × 4 / 0.6; connections: 20 / 2.4; memory: (0.8 × 4,000 − 400) / 100.
    expect(row(capacity, 'api', 'processor').timesWorkload.mid).toBeCloseTo(10 / 3);
    expect(row(capacity, 'store', 'connections').timesWorkload.mid).toBeCloseTo(25 / 3);
    expect(row(capacity, 'api', 'memory').timesWorkload.mid).toBeCloseTo(28);
    expect(capacity.timesWorkload.mid).toBeCloseTo(10 / 3);
    expect(capacity.limit?.resource).toBe('processor');
    expect(capacity.limit?.limitsInShare).toBe(1);
    expect(capacity.concurrentUsers.mid).toBeCloseTo(333.3, 1);
  });

  it('gives the amount of each operation that fits alone', () => {
    const of = (id: string) => capacity.operations.find(({ operation }) => operation === id);
    expect(of('requests')).toMatchObject({ limitedAloneBy: 'api processor' });
    expect(of('requests')?.alone.mid).toBeCloseTo(40);
    // An order is two requests, too: 0.1 s of 2 cores at the API come before 0.12 s of 4 at the store.
    expect(of('orders')?.alone.mid).toBeCloseTo(20);
    expect(of('carts')?.alone.mid).toBeCloseTo(1_400);
  });

  it('reports storage as growth over time, not as a limit', () => {
    // 1 order/s stores 0.5 MiB: 42.2 GiB/day.
    expect(capacity.disks).toMatchObject([{ component: 'store', gib: 20 }]);
    expect(capacity.disks[0]?.gibPerDayAtPeak.mid).toBeCloseTo(42.19, 2);
  });

  it('sends reads to the replicas of a form with replicas', () => {
    const replicas = supplyOf('store', 'processor', 1, { part: 'replicas', instances: { min: 2, max: 2 } });
    const relieved = capacityOfForm(shop, shopForm(4, [replicas]), hundred);
    expect(row(relieved, 'store', 'processor').utilization.mid).toBeCloseTo(0.1 / 8);
    expect(row(relieved, 'store', 'processor', 'replicas').utilization.mid).toBeCloseTo(0.12 / 2);
  });

  it('handles no load if the base load is above the threshold', () => {
    const tight = capacityOfForm(shop, shopForm(1, [supplyOf('api', 'memory', 110)]), hundred);
    expect(tight.timesWorkload).toEqual({ low: 0, mid: 0, high: 0 });
    expect(tight.limit).toMatchObject({ component: 'api', resource: 'memory' });
  });

  describe('memory of one operation', () => {
    const { orders } = shopInput.operations ?? {};
    const inMemory = { component: 'api', resource: 'memory', amount: [500, 1_500], seconds: 0.001, source: 'x' };
    const large = parseInput(
      System,
      { ...shopInput, operations: { ...shopInput.operations, orders: { ...orders, demands: [inMemory] } } },
      'test',
    );
    const memoryOf = (mib: number, workload = hundred) => {
      const basis = { kind: 'instances', resource: 'memory', perInstance: mib, instances: 50 } as const;
      const supplies = [supplyOf('api', 'memory', mib, { instances: { min: 1, max: 50 }, basis })];
      return row(capacityOfForm(large, shopForm(50, supplies), workload), 'api', 'memory');
    };

    it('must fit into one instance beside its base load, however many instances there are', () => {
      // 100 MiB of base load and up to 1,500 MiB of an order.
      expect(memoryOf(1_601)).toMatchObject({ tooSmallInShare: 0 });
      // Half of the amounts are from 500 MiB to their mid, the geometric mean of 866 MiB.
      const mid = memoryOf(100 + Math.sqrt(500 * 1_500));
      expect(mid.tooSmallInShare).toBeCloseTo(0.5, 3);
      expect(mid.utilization.high).toBeLessThan(0.2);
      expect(memoryOf(599)).toMatchObject({ tooSmallInShare: 1, timesWorkload: { low: 0, mid: 0, high: 0 } });
    });

    it('is not needed where the workload has no such operation', () => {
      expect(memoryOf(599, targetWorkload({ concurrentUsers: 100, operations: { orders: 0 } }))).toMatchObject({ tooSmallInShare: 0 });
    });
  });

  it('gives a result the weakest evidence of its parts', () => {
    expect(capacity.limit?.evidence).toBe('assumed');
  });

  it('rejects operations that the system does not have, and volumes that are given twice', () => {
    const problems = (input: unknown) => {
      try {
        capacityOfForm(shop, shopForm(1), targetWorkload(input));
      } catch (error) {
        if (error instanceof InputError) return error.problems;
        throw error;
      }
      return [];
    };
    expect(problems({ operations: { order: 1 } })).toMatchObject([{ path: 'operations.order', suggestion: 'orders' }]);
    expect(problems({ requestsPerSecond: 1, operations: { requests: 1 } })).toMatchObject([{ path: 'operations.requests' }]);
  });
});

describe('instances', () => {
  const needed = (users: number, most: number, coresOfEach = 1, system = shop) => {
    const { supplies, ...rest } = shopForm(most);
    const isApi = ({ component, resource }: ResourceSupply) => component === 'api' && resource === 'processor';
    const form = {
      ...rest,
      supplies: supplies.map((supply) =>
        isApi(supply) ? { ...supply, perInstance: supplyOf('api', 'processor', coresOfEach).perInstance } : supply,
      ),
    };
    const demands = new Demands(system, targetWorkload({ concurrentUsers: users }), new Samples());
    return instancesNeeded(capacityUse(demands, form), demands, form).find(({ component }) => component === 'api')?.instances;
  };

  it('cover the load with a safety margin, within the bounds of autoscaling', () => {
    // 0.6 cores at most half full are 1.2, and by the root rule 0.6 + 0.85 × √0.6 = 1.26: two.
    expect(needed(100, 10)).toBe(2);
    expect(needed(1, 10)).toBe(1);
    expect(needed(10_000, 10)).toBe(10);
  });

  it('count an instance with a part of a core as one server that works more slowly', () => {
    // 0.006 cores are 0.012 servers of 0.5 cores each, and by the root rule 0.012 + 0.83 × √0.012 = 0.1: one.
    expect(needed(1, 10, 0.5)).toBe(1);
    // 0.6 cores are 1.2 servers, and 1.2 + 0.83 × √1.2 = 2.1: three; at most half full they are 2.4: three.
    expect(needed(100, 10, 0.5)).toBe(3);
    // An instance of 1.5 cores is two servers of 0.75: 0.8 + 0.83 × √0.8 = 1.5 servers, one instance; at most half full 0.8: one.
    expect(needed(100, 10, 1.5)).toBe(1);
  });

  it('share the base load of the whole component', () => {
    const amount = { component: 'api', resource: 'processor', amount: 0.5, source: 'x' };
    const withBase = (per: string) => parseInput(System, { ...shopInput, baseLoads: [{ ...amount, per }] }, 'test');
    // 0.6 cores and 0.5 of the base load at most half full are 2.2: three.
    expect(needed(100, 10, 1, withBase('component'))).toBe(3);
    expect(needed(0, 10, 1, withBase('component'))).toBe(1);
    // Each instance of two cores has 0.5 of them left below half full: 0.6 ÷ 0.5 = 1.2.
    expect(needed(100, 10, 2, withBase('instance'))).toBe(2);
  });

  describe('for operations that may wait in 1% of cases', () => {
    const { requests, carts } = shopInput.operations ?? {};
    const critical = (change: object): System => {
      const operations = { ...shopInput.operations, requests: { ...requests, criticality: 'critical' }, ...change };
      return parseInput(System, { ...shopInput, operations }, 'test');
    };

    it('have a margin for events and none for sessions, which hold a core and do not wait for it', () => {
      // 0.3 cores of events: 0.3 + 2.375 × √0.3 = 1.6: two. Half full, 0.6 are enough.
      expect(needed(50, 10, 1, critical({}))).toBe(2);
      // 25 carts of 0.012 cores are 0.3 too.
      const cores = { component: 'api', resource: 'processor', amount: 0.012, source: 'x' };
      const onlySessions = { requests: { ...requests, demands: [] }, carts: { ...carts, criticality: 'critical', demands: [cores] } };
      expect(needed(50, 10, 1, critical(onlySessions))).toBe(1);
      // Both: 0.3 + 0.3 + 2.375 × √0.3 = 1.9: two. A margin for both would be 2.375 × √0.6 = 1.8, and three.
      expect(needed(50, 10, 1, critical({ carts: { ...carts, criticality: 'critical', demands: [cores] } }))).toBe(2);
    });

    it('are one where the load, its margin and the idle load fit into it', () => {
      const baseLoads = [{ component: 'api', resource: 'processor', amount: 0.05, per: 'instance', source: 'x' }];
      // 0.06 + 2.375 × √0.06 = 0.64 of the 0.95 cores that the idle load leaves.
      expect(needed(10, 10, 1, { ...critical({}), baseLoads: parseInput(System, { ...shopInput, baseLoads }, 'test').baseLoads })).toBe(1);
    });
  });
});

describe('a system', () => {
  const problems = (change: (copy: typeof shopInput) => unknown) => {
    const copy = structuredClone(shopInput);
    const result = System.safeParse(change(copy) ?? copy);
    return result.success ? [] : result.error.issues.map(({ path }) => path.join('.'));
  };

  it('rejects demands on unknown components and resources', () => {
    const operations = shopInput.operations ?? {};
    const withDemand = (demand: object) => ({
      ...shopInput,
      operations: { ...operations, carts: { ...operations.carts, demands: [demand] } },
    });
    const base = { component: 'api', resource: 'memory', amount: 1, source: 'x' };
    expect(problems(() => withDemand(base))).toEqual([]);
    expect(problems(() => withDemand({ ...base, component: 'apo' }))).toEqual(['operations.carts.demands.0.component']);
    expect(problems(() => withDemand({ ...base, component: 'cache', with: 'cache' }))).toEqual(['operations.carts.demands.0.with']);
    expect(problems(() => withDemand({ ...base, tiers: ['three'] }))).toContain('operations.carts.demands.0.tiers.0');
    // A resource without a threshold of the system has the default one.
    expect(problems(() => withDemand({ ...base, resource: 'workers' }))).toEqual([]);
    expect(problems(() => withDemand({ ...base, seconds: 1 }))).toEqual(['operations.carts.demands.0.seconds']);
    expect(problems(() => withDemand({ ...base, component: 'store', resource: 'storage' }))).toEqual([
      'operations.carts.demands.0.resource',
    ]);
  });

  it('rejects operations that cause themselves', () => {
    const operations = shopInput.operations ?? {};
    const looped = { ...operations, requests: { ...operations.requests, includes: [{ operation: 'orders', times: 1, source: 'x' }] } };
    expect(problems(() => ({ ...shopInput, operations: looped }))).toEqual(['operations.requests', 'operations.orders']);
  });
});
