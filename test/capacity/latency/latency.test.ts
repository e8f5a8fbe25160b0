import { describe, expect, it } from 'vitest';
import type { CapacityForm } from '../../../lib/capacity/supply';
import { shopForm, supplyOf } from '../../support/capacity';
import { latencies, shopWith, source } from '../../support/latency';
import { modelledP95, simulatedP95 } from '../../support/pool-of-two-operations';
import { queuePerformance, responsePercentileSeconds } from '../../support/queue-performance';

const pool = { component: 'store', resource: 'connections' };
const core = { component: 'api', resource: 'processor' };
const queries = shopWith({ queries: { demands: [{ ...pool, seconds: 0.1 }] } });

describe('the response time of an operation', () => {
  it('is that of M/M/c where it holds one connection', () => {
    const of = latencies(queries, shopForm(4), { queries: 170 });
    const queue = { servers: 20, arrivalsPerSecond: 170, serviceSeconds: 0.1 };
    const p95 = responsePercentileSeconds(queue, 0.95);
    expect((of('queries').p95Seconds?.mid ?? 0) / p95).toBeCloseTo(1, 1);
    expect((of('queries').p50Seconds?.mid ?? 0) / responsePercentileSeconds(queue, 0.5)).toBeCloseTo(1, 1);
    expect(of('queries').longestWait).toMatchObject({ resource: 'store connections', utilization: { mid: 0.85 } });
  });

  it('grows with the load, and is unlimited beyond the supply, which rejects the rest', () => {
    const p95At = (rate: number) => latencies(queries, shopForm(4), { queries: rate })('queries').p95Seconds?.mid;
    const p95 = [10, 100, 150, 180, 195, 199].map(p95At);
    expect(p95).toEqual([...p95].sort((left = 0, right = 0) => left - right));
    const beyond = latencies(queries, shopForm(4), { queries: 250 })('queries');
    expect(beyond.p95Seconds).toEqual({ low: Infinity, mid: Infinity, high: Infinity });
    expect(beyond.errorShare.mid).toBeCloseTo(0.2);
    expect(latencies(queries, shopForm(4), { queries: 199 })('queries').errorShare.mid).toBe(0);
  });

  it('has a queue of its own on each instance', () => {
    // 8 instances of one core at 80% are 8 queues M/M/1: the response time is 0.05 s / 0.2. One queue of 8 cores is a third of it.
    const requests = shopWith({ requests: { demands: [{ ...core, seconds: 0.05 }] } });
    const p95 = (form: CapacityForm) => latencies(requests, form, { requests: 128 })('requests').p95Seconds?.mid ?? 0;
    expect(p95(shopForm(8)) / ((0.05 / 0.2) * Math.log(20))).toBeCloseTo(1, 2);
    const { responseSeconds } = queuePerformance({ servers: 8, arrivalsPerSecond: 128, serviceSeconds: 0.05 });
    expect(p95(shopForm(1, [supplyOf('api', 'processor', 8)])) / (responseSeconds * Math.log(20))).toBeCloseTo(1, 2);
  });

  it('waits for a processor in proportion to its own work, and not for the long work of others', () => {
    const mixed = shopWith({
      pages: { demands: [{ ...core, seconds: 0.01 }] },
      reports: { demands: [{ ...core, seconds: 1 }] },
    });
    const of = latencies(mixed, shopForm(1), { pages: 10, reports: 0.7 });
    expect(of('pages').p95Seconds?.mid).toBeCloseTo((0.01 / 0.2) * Math.log(20), 3);
    expect(of('reports').p95Seconds?.mid).toBeCloseTo((1 / 0.2) * Math.log(20), 1);
  });

  it('is longer on half a core', () => {
    const requests = shopWith({ requests: { demands: [{ ...core, seconds: 0.05 }] } });
    const half = shopForm(1, [supplyOf('api', 'processor', 0.5)]);
    // M/M/1 with a service of 0.1 s at 20%.
    expect(latencies(requests, half, { requests: 2 })('requests').p95Seconds?.mid).toBeCloseTo((0.1 / 0.8) * Math.log(20), 3);
  });

  it('is its own seconds and its waits, and those of the operations that it waits for', () => {
    const system = shopWith({
      orders: {
        seconds: { amount: 2, source },
        includes: [{ operation: 'queries', times: 3, source }],
        demands: [{ ...core, seconds: 0.001 }],
      },
      pages: { includes: [{ operation: 'queries', times: 1, source }], demands: [{ ...core, seconds: 0.001 }] },
      jobs: { includes: [{ operation: 'mails', times: 1, source }], demands: [{ ...core, seconds: 0.001 }] },
      mails: { criticality: 'low', demands: [{ ...pool, seconds: 60 }] },
      queries: { demands: [{ ...pool, seconds: 0.1 }] },
    });
    const of = latencies(system, shopForm(4), { orders: 0.01, pages: 0.01 });
    expect(of('orders').p95Seconds?.mid).toBeCloseTo(2 * Math.log(20), 1);
    expect(of('pages').p95Seconds?.mid).toBeCloseTo(0.1 * Math.log(20), 2);
    // No user waits for the mails.
    expect(of('jobs').p95Seconds?.mid).toBeCloseTo(0.001 * Math.log(20), 3);
  });

  it('counts the connection of a pool and that of the server as one', () => {
    const twice = shopWith({
      queries: {
        demands: [
          { ...pool, seconds: 0.1 },
          { component: 'api', resource: 'connections', seconds: 0.1 },
        ],
      },
    });
    const form = shopForm(4, [supplyOf('api', 'connections', 50)]);
    expect(latencies(twice, form, { queries: 1 })('queries').p95Seconds?.mid).toBeCloseTo(0.1 * Math.log(20), 3);
  });

  it('is unknown without seconds, and without a limit', () => {
    const system = shopWith({
      mails: { demands: [{ component: 'api', resource: 'requests' }] },
      orders: { includes: [{ operation: 'mails', times: 1, source }], demands: [{ ...core, seconds: 0.1 }] },
      jobs: { demands: [{ component: 'api', resource: 'workers', seconds: 1 }] },
    });
    const of = latencies(system, shopForm(4, [supplyOf('api', 'requests', 10)]), { mails: 20, orders: 0.1, jobs: 0.1 });
    expect(of('mails')).toMatchObject({
      p50Seconds: undefined,
      p95Seconds: undefined,
      unknown: { kind: 'no-seconds', operation: 'mails' },
    });
    expect(of('orders')).toMatchObject({ p95Seconds: undefined, unknown: { kind: 'no-seconds', operation: 'mails' } });
    expect(of('jobs')).toMatchObject({ p95Seconds: undefined, unknown: { kind: 'no-limit', resource: 'api workers' } });
    // 20.1 calls/s of 10.
    expect(of('mails').errorShare.mid).toBeCloseTo(1 - 10 / 20.1);
  });
});

describe('a simulation of two operations with one pool agrees', () => {
  it.each([0.5, 0.7])('within a tenth with the p95 of both at a utilization of %s', (utilization) => {
    const simulated = simulatedP95(utilization, 7, 200_000);
    for (const [id, seconds] of Object.entries(modelledP95(utilization))) {
      expect(Math.abs(seconds / (simulated[id] ?? Number.NaN) - 1)).toBeLessThan(0.1);
    }
  });
});
