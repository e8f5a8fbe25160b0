/** Two operations that share a pool of 20 connections, one ten times as long as the other: the model and a simulation of it. */
import { shopForm } from './capacity';
import { latencies, shopWith } from './latency';
import { exponential, seededUniform, simulateQueue } from './queue-simulation';

const CONNECTIONS = 20;
const READS = { id: 'reads', seconds: 0.02, share: 0.9 };
const WRITES = { id: 'writes', seconds: 0.2, share: 0.1 };
const KINDS = [READS, WRITES];
const MEAN_SECONDS = KINDS.reduce((sum, { seconds, share }) => sum + seconds * share, 0);

const system = shopWith(
  Object.fromEntries(KINDS.map(({ id, seconds }) => [id, { demands: [{ component: 'store', resource: 'connections', seconds }] }])),
);

/** Seconds by operation. */
export type P95 = Readonly<Record<string, number>>;

function eventsPerSecond(utilization: number): number {
  return (CONNECTIONS * utilization) / MEAN_SECONDS;
}

export function modelledP95(utilization: number): P95 {
  const rates = Object.fromEntries(KINDS.map(({ id, share }) => [id, eventsPerSecond(utilization) * share]));
  const of = latencies(system, shopForm(4), rates);
  return Object.fromEntries(KINDS.map(({ id }) => [id, of(id).p95Seconds?.mid ?? Number.NaN]));
}

/** First come first served. Services start in the order of arrival, so that the last ones drawn belong to the observed waits. */
export function simulatedP95(utilization: number, seed: number, observed: number): P95 {
  const uniform = seededUniform(seed);
  const served: { readonly id: string; readonly seconds: number }[] = [];
  const { waits } = simulateQueue({
    servers: CONNECTIONS,
    nextArrival: exponential(uniform, 1 / eventsPerSecond(utilization)),
    nextService: () => {
      const { id, seconds } = uniform() < READS.share ? READS : WRITES;
      const drawn = exponential(uniform, seconds)();
      served.push({ id, seconds: drawn });
      return drawn;
    },
    observed,
  });
  const responses = served.slice(-observed).map(({ id, seconds }, index) => ({ id, response: seconds + (waits[index] ?? Number.NaN) }));
  return Object.fromEntries(
    KINDS.map(({ id }) => {
      const own = Float64Array.from(
        responses.filter((one) => one.id === id),
        ({ response }) => response,
      ).sort();
      return [id, own[Math.floor(own.length * 0.95)] ?? Number.NaN];
    }),
  );
}
