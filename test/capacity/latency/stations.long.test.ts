import { expect, test } from 'vitest';
import { shopForm, supplyOf } from '../../support/capacity';
import { latencies, shopWith } from '../../support/latency';
import { type Draw, exponential, seededUniform } from '../../support/queue-simulation';

/** Seconds of a request at each component, one after the other. */
interface Work {
  readonly api: number;
  readonly connection: number;
  readonly store: number;
}

/** Two instances of two cores, a pool of 20 connections, and a server of four cores. */
const STATIONS = [
  { key: 'api', instances: 2, servers: 2 },
  { key: 'connection', instances: 1, servers: 20 },
  { key: 'store', instances: 1, servers: 4 },
] as const;

const REQUESTS = 200_000;
const WARM_UP = REQUESTS / 5;

interface Request {
  readonly arrivedAt: number;
  /** Time at which it leaves the last component that it visited. */
  readonly leftAt: number;
}

/** Requests that go through the components in order; each instance serves first come first served, with exponential times. */
function simulated(work: Work, perSecond: number): (share: number) => number {
  const uniform = seededUniform(5);
  const next = exponential(uniform, 1 / perSecond);
  let now = 0;
  const arrived = Array.from({ length: REQUESTS }, (): Request => {
    now += next();
    return { arrivedAt: now, leftAt: now };
  });
  const left = STATIONS.reduce<readonly Request[]>((requests, station) => served(requests, station, work[station.key], uniform), arrived);
  const responses = Float64Array.from(
    left.filter(({ arrivedAt }) => arrivedAt > WARM_UP / perSecond),
    ({ arrivedAt, leftAt }) => leftAt - arrivedAt,
  ).sort();
  return (share) => responses[Math.floor(responses.length * share)] ?? Number.NaN;
}

function served(
  requests: readonly Request[],
  { instances, servers }: (typeof STATIONS)[number],
  seconds: number,
  uniform: Draw,
): Request[] {
  const service = exponential(uniform, seconds);
  const freeAt = Array.from({ length: instances }, () => new Float64Array(servers));
  return [...requests]
    .sort((left, right) => left.leftAt - right.leftAt)
    .map(({ arrivedAt, leftAt }) => {
      const own = freeAt[Math.floor(uniform() * instances)] as Float64Array;
      const first = own.indexOf(Math.min(...own));
      const end = Math.max(leftAt, own[first] as number) + service();
      own[first] = end;
      return { arrivedAt, leftAt: end };
    });
}

const CASES = [0.5, 0.7, 0.85].flatMap((utilization) =>
  [
    { api: 0.02, connection: 0.03, store: 0.005 },
    { api: 0.002, connection: 0.06, store: 0.002 },
    { api: 0.02, connection: 0.1, store: 0.02 },
  ].map((work) => ({ utilization, work })),
);

test.each(CASES)(
  'a simulation of three components agrees within 5% with p50, p95 and p99 at a utilization of $utilization: $work',
  ({ utilization, work }) => {
    const perSecond = utilization * Math.min(4 / work.api, 20 / work.connection, 4 / work.store);
    const demands = [
      { component: 'api', resource: 'processor', seconds: work.api },
      { component: 'store', resource: 'connections', seconds: work.connection },
      { component: 'store', resource: 'processor', seconds: work.store },
    ];
    const form = shopForm(4, [
      supplyOf('api', 'processor', 2, { instances: { min: 2, max: 2 } }),
      supplyOf('store', 'connections', 20),
      supplyOf('store', 'processor', 4),
    ]);
    const modelled = latencies(shopWith({ requests: { demands } }), form, { requests: perSecond })('requests');
    const measured = simulated(work, perSecond);
    expect(Math.abs((modelled.p50Seconds?.mid ?? 0) / measured(0.5) - 1)).toBeLessThan(0.05);
    expect(Math.abs((modelled.p95Seconds?.mid ?? 0) / measured(0.95) - 1)).toBeLessThan(0.05);
    expect(Math.abs((modelled.p99Seconds?.mid ?? 0) / measured(0.99) - 1)).toBeLessThan(0.05);
  },
);
