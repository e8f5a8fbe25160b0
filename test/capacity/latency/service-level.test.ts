import { describe, expect, it } from 'vitest';
import { Demands } from '../../../lib/capacity/demand';
import { requiredLevelOutlooks } from '../../../lib/capacity/latency/required-level';
import { serviceLevelOutlook } from '../../../lib/capacity/latency/service-level';
import { samplesOfLatencies } from '../../../lib/capacity/samples';
import { capacityUse } from '../../../lib/capacity/utilization';
import { certain } from '../../../lib/core/interval';
import type { Operation } from '../../../lib/model/operation';
import { parseInput } from '../../../lib/model/parse';
import { ServiceLevelLimits } from '../../../lib/model/service-level-limit';
import type { System } from '../../../lib/model/system';
import { TargetWorkload } from '../../../lib/model/workload';
import { shop as lagShop, shopForm, supplyOf } from '../../support/capacity';
import { shopWith } from '../../support/latency';

/** Requests that hold one of 20 connections for 100 to 300 ms, 200 ms in half of the samples. */
const requests = {
  counts: 'http-requests',
  usual: { amount: 1, source: 'test' },
  demands: [{ component: 'store', resource: 'connections', seconds: [0.1, 0.3] }],
};
const shop = shopWith({ requests });

function outlook(users: number, changes: Partial<System>) {
  const workload = parseInput(TargetWorkload, { concurrentUsers: users, requestsPerSecond: users }, 'test');
  return serviceLevelOutlook({ ...shop, ...changes }, shopForm(4), workload, { sampleCount: 1_000 })?.requests;
}

describe('the outlook for service levels', () => {
  it('is the share of the samples that meet each level', () => {
    // Without waits the p95 is three times the mean: the mean of 173 ms, the mid of the range, is where half of the samples are within.
    const mean = Math.sqrt(0.1 * 0.3);
    const source = 'test';
    const found = outlook(1, { serviceLevels: { p95Ms: mean * Math.log(20) * 1_000, errorShare: 0.001, source } });
    expect(found?.p95?.likelihood).toBeCloseTo(0.5, 1);
    expect(found?.errors?.likelihood).toBe(1);
    expect(found?.latency.p95Seconds?.mid).toBeCloseTo(mean * Math.log(20), 2);
    expect(found?.p95SecondsWithoutLoad?.mid).toBeCloseTo(mean * Math.log(20), 2);
  });

  it('has each percentile of the response time that has a level', () => {
    // Exponential times: the p50 is ln 2 times the mean and the p99 ln 100 times, so that half of the samples are within each.
    const mean = Math.sqrt(0.1 * 0.3);
    const levels = { p50Ms: mean * Math.log(2) * 1_000, p99Ms: mean * Math.log(100) * 1_000, source: 'test' };
    const found = outlook(1, { serviceLevels: levels });
    expect(found?.p50).toEqual({ level: levels.p50Ms / 1_000, likelihood: expect.closeTo(0.5, 1) });
    expect(found?.p99).toEqual({ level: levels.p99Ms / 1_000, likelihood: expect.closeTo(0.5, 1) });
    expect(found?.p95).toBeUndefined();
    expect(found?.latency.p99Seconds?.mid).toBeCloseTo(mean * Math.log(100), 2);
    expect(outlook(1, { serviceLevels: { ...levels, p99Ms: 3_000 } })?.p99?.likelihood).toBe(1);
    expect(outlook(1, { serviceLevels: { ...levels, p99Ms: 300 } })?.p99?.likelihood).toBe(0);
  });

  it('of a required p99 is that of the same level of the system', () => {
    const workload = parseInput(TargetWorkload, { concurrentUsers: 1, requestsPerSecond: 1 }, 'test');
    const demands = new Demands(shop, workload, samplesOfLatencies({ sampleCount: 1_000 }));
    const form = shopForm(4);
    const levels = ServiceLevelLimits.parse(['requests.p99=900ms']).map((level) => ({ operation: '', ...level }));
    expect(levels).toEqual([{ operation: 'requests', measure: 'p99', most: 0.9 }]);
    const [required] = requiredLevelOutlooks({ levels, demands, form, uses: capacityUse(demands, form).uses });
    expect(required?.likelihood).toBeGreaterThan(0.5);
    expect(required?.likelihood).toBe(outlook(1, { serviceLevels: { p99Ms: 900, source: 'test' } })?.p99?.likelihood);
  });

  it('falls with the load: all samples are within at 1/s, none beyond the supply', () => {
    const levels = { serviceLevels: { p95Ms: 1_000, errorShare: 0.001, source: 'test' } };
    const likelihoods = [1, 70, 100, 150, 250].map((users) => outlook(users, levels)?.p95?.likelihood ?? Number.NaN);
    expect(likelihoods[0]).toBe(1);
    expect(likelihoods).toEqual([...likelihoods].sort((left, right) => right - left));
    expect(outlook(250, levels)).toMatchObject({ p95: { likelihood: 0 }, errors: { likelihood: 0 } });
  });

  it('has the point of the document with the most users that the workload reaches', () => {
    const degradation = [
      { concurrentUsers: 10, p95Ms: 100 },
      { concurrentUsers: 50, p95Ms: 400, errorShare: 0.01 },
      { concurrentUsers: 60, note: 'no response time' },
      { concurrentUsers: 100, p95Ms: 900 },
    ];
    expect(outlook(80, { degradation })?.documented).toEqual(degradation[1]);
    expect(outlook(5, { degradation })).toBeUndefined();
  });

  it('is undefined without levels, and unknown without seconds', () => {
    expect(outlook(10, {})).toBeUndefined();
    const unknown = shopWith({ requests: { ...requests, demands: [{ component: 'api', resource: 'requests' }] } });
    const found = outlook(10, { ...unknown, serviceLevels: { p95Ms: 1_000, source: 'test' } });
    expect(found?.p95).toEqual({ level: 1, likelihood: undefined });
    expect(found?.latency.unknown).toEqual({ kind: 'no-seconds', operation: 'requests' });
  });

  it('has the share of the samples in which the replication lag is within its level, without any HTTP requests', () => {
    // One process applies orders of 40 ms at 50% utilization: 95% are visible after 0.04 ÷ 0.5 × ln 20 = 0.24 s.
    const { operations } = lagShop;
    const quiet = { ...lagShop, operations: { ...operations, requests: { ...(operations.requests as Operation), counts: undefined } } };
    const workload = { concurrentUsers: certain(100), operations: { orders: certain(12.5) } };
    const of = { part: 'replicas', instances: { min: 1, max: 1 } } as const;
    const replay = { share: certain(0.5), applied: certain(0.8), evidence: 'assumed', source: 'a test' } as const;
    const supplies = [supplyOf('store', 'processor', 1_000, { ...of, replay }), supplyOf('store', 'replay', 1, { ...of, replay })];
    const found = (replicationLagMs: number, replicas = supplies) =>
      serviceLevelOutlook({ ...quiet, serviceLevels: { replicationLagMs, source: 'test' } }, shopForm(100, replicas), workload);
    expect(found(300)).toMatchObject({ replicationLag: { level: 0.3, likelihood: 1 } });
    expect(found(300)?.replicationLag?.p95Seconds?.mid).toBeCloseTo(0.24, 2);
    expect(found(200)).toMatchObject({ replicationLag: { level: 0.2, likelihood: 0 } });
    expect(found(200)?.requests).toBeUndefined();
    expect(found(200, [])).toEqual({ replicationLag: { level: 0.2, likelihood: 1, p95Seconds: certain(0) } });
    expect(found(200, supplies.slice(0, 1))).toEqual({ replicationLag: { level: 0.2, likelihood: undefined, p95Seconds: undefined } });
  });
});
