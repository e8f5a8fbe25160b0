import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quantile } from '../../lib/loadtest/bootstrap';
import { shopForm, supplyOf } from '../support/capacity';
import { judged } from '../support/judges';
import { latencies, shopWith } from '../support/latency';
import { type MariadbServer, startMariadb } from './mariadb-server';
import type { Query, Traffic } from './pool-traffic';
import { observedOf, typicalP95Trace } from './pool-traffic';
import { goFirst } from './priority';

/** Largest relative distance of a measured p95 from the model. */
const NEAR = 0.2;

const CONNECTIONS = 10;
/** Long compared with the overhead of a query and of HTTP, which is 1 to 3 ms. */
const QUERY_SECONDS = 0.2;
const SECONDS = 40;

/** Largest median overhead of a query in seconds; a run with more did not have its processor time, and is repeated. */
const UNDISTURBED = 0.005;
const ATTEMPTS = 2;
const TIMEOUT_MS = 180_000;

const UTILIZATIONS = [0.5, 0.7, 0.85, 0.95];

const trafficAt = (utilization: number): Traffic => ({
  connections: CONNECTIONS,
  lengths: 'exponential',
  querySeconds: QUERY_SECONDS,
  utilization,
});

interface Answered {
  /** Seconds from the request until its answer. */
  readonly seconds: number;
  /** Seconds for which it had the connection, beyond the length of its query. */
  readonly overheadSeconds: number;
}

/** Sends each request at its time, regardless of the others (open load). Resolves in the order of the trace. */
function openLoad(port: number, path: number, trace: readonly Query[], agent: Agent): Promise<Answered[]> {
  return Promise.all(
    trace.map(
      ({ arrivesAtSeconds, sleepSeconds }) =>
        new Promise<Answered>((resolve, reject) => {
          setTimeout(() => {
            const startedAt = performance.now();
            const url = `http://127.0.0.1:${port}/${path}?sleep=${sleepSeconds}`;
            get(url, { agent }, (response) => {
              let text = '';
              response.setEncoding('utf8').on('data', (part: string) => {
                text += part;
              });
              response.on('end', () =>
                resolve({ seconds: (performance.now() - startedAt) / 1_000, overheadSeconds: Number(text) - sleepSeconds }),
              );
            }).on('error', reject);
          }, arrivesAtSeconds * 1_000);
        }),
    ),
  );
}

/** The modelled p95 of a request that holds a connection for some time. */
function modelledP95(utilization: number, heldSeconds: number): number {
  const rate = (utilization * CONNECTIONS) / QUERY_SECONDS;
  const system = shopWith({ queries: { demands: [{ component: 'store', resource: 'connections', seconds: heldSeconds }] } });
  const form = shopForm(1, [supplyOf('store', 'connections', CONNECTIONS)]);
  return latencies(system, form, { queries: rate })('queries').p95Seconds?.mid ?? Number.NaN;
}

judged('mariadbd', () => {
  describe('the p95 of requests to a Node service that waits for connections of a MariaDB', () => {
    let server: MariadbServer | undefined;
    let service: ChildProcess | undefined;
    let runs: readonly Answered[][] = [];
    const figures: string[] = [];

    beforeAll(async () => {
      // A simulation keeps this process busy, so it ends before a measurement starts.
      const traces = UTILIZATIONS.map((utilization) => typicalP95Trace(trafficAt(utilization), SECONDS));
      server = await startMariadb();
      const options = [JSON.stringify(server.connection), JSON.stringify(UTILIZATIONS.map(() => CONNECTIONS))];
      service = fork(join(__dirname, 'pool-service-process.ts'), options, { execArgv: ['-r', 'tsx/cjs'] });
      if (service.pid !== undefined) goFirst(service.pid);
      const [{ port }] = (await once(service, 'message')) as [{ port: number }];
      const goAsBefore = goFirst();
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const agent = new Agent({ keepAlive: true });
        runs = await Promise.all(traces.map((trace, path) => openLoad(port, path, trace, agent)));
        agent.destroy();
        const overheads = runs.flat().map(({ overheadSeconds }) => overheadSeconds);
        if (quantile(overheads, 0.5) < UNDISTURBED) break;
      }
      goAsBefore();
    }, TIMEOUT_MS);

    afterAll(async () => {
      console.info(figures.join('\n'));
      service?.disconnect();
      await server?.stop();
    });

    it.each(UTILIZATIONS.map((utilization, index) => ({ utilization, index })))(
      'is within 20% of the model at a utilization of $utilization',
      ({ utilization, index }) => {
        const run = runs[index] ?? [];
        const observed = run.slice(-observedOf(run));
        const overhead = quantile(
          observed.map(({ overheadSeconds }) => overheadSeconds),
          0.5,
        );
        const measured = quantile(
          observed.map(({ seconds }) => seconds),
          0.95,
        );
        const modelled = modelledP95(utilization, QUERY_SECONDS + overhead);
        const ratio = (measured / modelled).toFixed(3);
        figures.push(
          `p95 at ${utilization}: ${(1_000 * measured).toFixed(0)} ms measured, ${(1_000 * modelled).toFixed(0)} ms modelled, ratio ${ratio}, overhead ${(1_000 * overhead).toFixed(1)} ms, ${observed.length} requests`,
        );
        expect(observed.length).toBeGreaterThan(500);
        expect(Math.abs(measured / modelled - 1)).toBeLessThan(NEAR);
      },
    );
  });
});
