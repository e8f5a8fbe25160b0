import { describe, expect, it } from 'vitest';
import { capacityOfForm } from '../../lib/capacity/capacity';
import { Demands } from '../../lib/capacity/demand';
import { usesOf } from '../../lib/capacity/latency/latency';
import { Samples } from '../../lib/capacity/samples';
import type { Replay, ResourceSupply } from '../../lib/capacity/supply';
import { capacityUse } from '../../lib/capacity/utilization';
import { certain } from '../../lib/core/interval';
import { System } from '../../lib/model/system';
import { shop, shopForm, shopInput, supplyOf } from '../support/capacity';

/** 10 requests/s that read for 10 ms, two more for each of 1 order/s, which writes for 100 ms. */
const TARGET = { concurrentUsers: certain(100), requestsPerSecond: certain(10), operations: { orders: certain(1) } };

const REPLAY: Replay = { share: certain(0.5), applied: certain(0.4), evidence: 'assumed', source: 'a test' };

const replicas = (count: number, replay = REPLAY): ResourceSupply[] => [
  supplyOf('store', 'processor', 8, { part: 'replicas', instances: { min: count, max: count }, replay }),
  supplyOf('store', 'replay', 1, { part: 'replicas', instances: { min: count, max: count }, replay }),
];

const form = (...supplies: readonly ResourceSupply[]) => shopForm(20, supplies);

function rowsOf(count: number, system = shop) {
  const { rows } = capacityOfForm(system, form(...replicas(count)), TARGET, { sampleCount: 100 });
  const utilization = (resource: string, part: string) =>
    rows.find((row) => row.component === 'store' && row.resource === resource && row.part === part)?.utilization.mid;
  return {
    processor: utilization('processor', 'replicas'),
    replay: utilization('replay', 'replicas'),
    primary: utilization('processor', 'primary'),
  };
}

describe('writes on read replicas', () => {
  it('each replica replays all of them, and serves a part of the reads', () => {
    // Reads: 12/s × 0.01 s = 0.12 cores of all replicas; replays: 1/s × 0.1 s × 0.5 = 0.05 cores of each. Of them, 0.4 are applied.
    expect(rowsOf(1).processor).toBeCloseTo((0.12 + 0.05) / 8, 10);
    expect(rowsOf(4).processor).toBeCloseTo((0.12 / 4 + 0.05) / 8, 10);
    expect(rowsOf(1).replay).toBeCloseTo(0.02, 10);
    expect(rowsOf(4).replay).toBeCloseTo(0.02, 10);
  });

  it('have no effect on the primary', () => {
    expect(rowsOf(4).primary).toBeCloseTo(0.1 / 8, 10);
  });

  it('take the seconds that the definition states', () => {
    const operations = { ...shopInput.operations };
    const { orders } = operations;
    const [write, ...others] = orders?.demands ?? [];
    if (orders === undefined || write === undefined) throw new Error('no order');
    const system = System.parse({
      ...shopInput,
      operations: { ...operations, orders: { ...orders, demands: [{ ...write, replaySeconds: 0.02 }, ...others] } },
    });
    expect(rowsOf(2, system).processor).toBeCloseTo((0.12 / 2 + 0.02) / 8, 10);
    expect(rowsOf(2, system).replay).toBeCloseTo(0.02 * 0.4, 10);
  });

  it('are no part of the response time of the operation that writes', () => {
    const demands = new Demands(shop, TARGET, new Samples({ sampleCount: 10 }));
    const { uses } = capacityUse(demands, form(...replicas(1)));
    expect(uses.filter(({ part }) => part === 'replicas').map(({ resource }) => resource)).toEqual(['processor', 'replay']);
    // Its two requests read from the replicas.
    expect(usesOf('orders', uses, demands).map(({ resource, part }) => `${resource} ${part}`)).not.toContain('replay replicas');
  });
});
