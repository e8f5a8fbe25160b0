import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Demands, type SizedSystem } from '../../../lib/capacity/demand';
import { type ReplicationLag, replicationLagsOf } from '../../../lib/capacity/latency/replication-lag';
import { medianOf } from '../../../lib/capacity/range';
import { Samples } from '../../../lib/capacity/samples';
import type { Replay, ResourceSupply } from '../../../lib/capacity/supply';
import { capacityUse, utilizationOf } from '../../../lib/capacity/utilization';
import { quantiles } from '../../../lib/capacity/vector';
import { certain } from '../../../lib/core/interval';
import { scaleTargetWorkload } from '../../../lib/model/volumes';
import type { TargetWorkload } from '../../../lib/model/workload';
import { shop, shopForm, supplyOf } from '../../support/capacity';

/** Of the 100 ms of an order on the primary, a replica takes 50 ms: 40 ms in the process that applies changes. */
const REPLAY: Replay = { share: certain(0.5), applied: certain(0.8), evidence: 'assumed', source: 'a test' };
const APPLY_SECONDS = 0.04;

/** Mean of the transfer, in its middle sample. */
const TRANSFER_SECONDS = 0.001;

function replicas(count: number, { cores = 1_000, appliers = 1 } = {}): ResourceSupply[] {
  const of = { part: 'replicas', instances: { min: count, max: count }, replay: REPLAY } as const;
  return [supplyOf('store', 'processor', cores, of), supplyOf('store', 'replay', appliers, of)];
}

function lagOf(ordersPerSecond: number, supplies: readonly ResourceSupply[], requestsPerSecond = 10): ReplicationLag | undefined {
  const workload = {
    concurrentUsers: certain(100),
    requestsPerSecond: certain(requestsPerSecond),
    operations: { orders: certain(ordersPerSecond) },
  };
  return replicationLagsOf(shop, shopForm(1_000, supplies), workload)[0];
}

describe('the replication lag', () => {
  it('is the response time of M/M/1 with one process that applies changes, and the transfer', () => {
    for (const [orders, utilization] of [
      [5, 0.2],
      [12.5, 0.5],
      [20, 0.8],
    ] as const) {
      const p95 = (APPLY_SECONDS / (1 - utilization)) * Math.log(20) + TRANSFER_SECONDS;
      expect((lagOf(orders, replicas(1))?.p95Seconds?.mid ?? 0) / p95).toBeCloseTo(1, 1);
    }
  });

  it('is the same with more replicas, each of which applies all changes', () => {
    expect(lagOf(12.5, replicas(4))?.p95Seconds?.mid).toBeCloseTo(lagOf(12.5, replicas(1))?.p95Seconds?.mid ?? 0, 10);
  });

  it('is unlimited where the replicas apply fewer changes than arrive', () => {
    expect(lagOf(26, replicas(2))?.p95Seconds?.mid).toBe(Number.POSITIVE_INFINITY);
  });

  it('is longer where reads keep the processors of a replica busy', () => {
    // Two cores: 12.5 orders × 0.05 s and reads of 0.01 s, 25 of which orders cause.
    const idle = lagOf(12.5, replicas(1, { cores: 2 }), 0)?.p95Seconds?.mid ?? 0;
    const busy = lagOf(12.5, replicas(1, { cores: 2 }), 60)?.p95Seconds?.mid ?? 0;
    expect(idle).toBeGreaterThan(lagOf(12.5, replicas(1))?.p95Seconds?.mid ?? Number.NaN);
    expect(busy / idle).toBeGreaterThan(1.5);
  });

  it('names the operations that see it, and the one whose changes take the longest', () => {
    const lag = lagOf(5, replicas(1));
    expect(lag).toMatchObject({ component: 'store', readers: ['requests'], longest: { operation: 'orders' } });
    expect(lag?.longest?.seconds.mid).toBeCloseTo(APPLY_SECONDS, 10);
  });

  it('is limited wherever the replicas handle the workload, below thresholds of 70%', () => {
    const most = { share: 0.7, source: 'the default' };
    const busy: SizedSystem = {
      ...shop,
      thresholds: (['processor', 'replay', 'connections', 'memory', 'storage'] as const).map((resource) => ({ resource, ...most })),
    };
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2, 4, 16),
        fc.constantFrom(1, 2, 4, 8),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (cores, appliers, requestsPerOrder, below) => {
          const of = {
            part: 'replicas',
            instances: { min: 2, max: 2 },
            replay: { ...REPLAY, share: { low: 0.3, mid: 1, high: 1.5 } },
          } as const;
          const supplies = [
            supplyOf('store', 'processor', cores, of),
            supplyOf('store', 'replay', Math.min(appliers, cores), of),
            supplyOf('store', 'processor', 1_000),
          ];
          const form = shopForm(1_000, supplies);
          const amounts = { orders: certain(1), requests: certain(requestsPerOrder) };
          const one = { concurrentUsers: certain(0), operations: amounts };
          const handled = (workload: TargetWorkload) => capacityUse(new Demands(busy, workload, new Samples({ sampleCount: 50 })), form);
          const replicas = handled(one).uses.filter(({ part }) => part === 'replicas');
          const times = below * Math.min(...replicas.map(({ factor }) => quantiles(factor, [0])[0] ?? 0));
          const workload = scaleTargetWorkload(busy, one, times);
          const lag = replicationLagsOf(busy, form, workload, { sampleCount: 50 })[0];
          expect(lag?.p95Seconds?.high).toBeLessThan(Number.POSITIVE_INFINITY);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is unlimited from the load on that several processes that commit in order apply under full load', () => {
    // Four processes do the work of 4 ÷ (1 + 1/2 + 1/3 + 1/4) = 1.92: 48 orders of 0.04 s each second.
    expect(lagOf(47, replicas(1, { appliers: 4 }))?.p95Seconds?.mid).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(lagOf(49, replicas(1, { appliers: 4 }))?.p95Seconds?.mid).toBe(Number.POSITIVE_INFINITY);
    const workload = { concurrentUsers: certain(100), requestsPerSecond: certain(10), operations: { orders: certain(24) } };
    const demands = new Demands(shop, workload, new Samples({ sampleCount: 50 }));
    const { uses } = capacityUse(demands, shopForm(1_000, replicas(1, { appliers: 4 })));
    const replay = uses.find(({ resource }) => resource === 'replay');
    expect(medianOf(replay?.supplied ?? 0)).toBeCloseTo(1.92, 2);
    expect(medianOf(replay === undefined ? 0 : utilizationOf(replay))).toBeCloseTo(0.5, 2);
  });

  it('does not exist where the primary serves all reads', () => {
    expect(lagOf(5, [])).toBeUndefined();
  });

  it('is unknown where the number of processes that apply changes is, as for document stores', () => {
    const [processor] = replicas(1);
    if (processor === undefined) throw new Error('no processor');
    expect(lagOf(5, [processor])).toMatchObject({ component: 'store', p95Seconds: undefined });
  });
});
