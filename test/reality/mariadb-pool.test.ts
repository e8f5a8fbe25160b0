import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judged } from '../support/judges';
import { queuePerformance } from '../support/queue-performance';
import { batchMean } from '../support/queue-simulation';
import { type MariadbServer, startMariadb } from './mariadb-server';
import { closePool, openLoop, openPool, Probe, saturatedThroughput } from './pool-run';
import { arrivalsPerSecond, LENGTHS, observedOf, type Query, type Traffic, typicalTrace, waitsOf } from './pool-traffic';
import { goFirst } from './priority';

/** Largest relative distance of a measurement from the model. */
const NEAR = 0.1;

/** Required precision of a measurement: half of its 95% confidence interval. */
const WELL_INSIDE = 0.05;

const SATURATED_SECONDS = 3;

const SATURATED = [
  { connections: 5, querySeconds: 0.02 },
  { connections: 15, querySeconds: 0.02 },
  { connections: 50, querySeconds: 0.05 },
];

/** 125 to 500 times the length of a query, and 1,300 queries/s in total: the host stays mostly idle. */
const OPEN_SECONDS = 25;

/** Mean waits of at least 5 ms, so that the error of timers and the event loop is small. */
const TRAFFICS: readonly Traffic[] = [
  { connections: 5, lengths: 'exponential', querySeconds: 0.05, utilization: 0.6 },
  { connections: 5, lengths: 'exponential', querySeconds: 0.05, utilization: 0.8 },
  { connections: 5, lengths: 'fixed', querySeconds: 0.05, utilization: 0.8 },
  { connections: 15, lengths: 'exponential', querySeconds: 0.1, utilization: 0.75 },
  { connections: 15, lengths: 'uniform', querySeconds: 0.1, utilization: 0.85 },
  { connections: 15, lengths: 'fixed', querySeconds: 0.1, utilization: 0.85 },
  { connections: 50, lengths: 'exponential', querySeconds: 0.2, utilization: 0.85 },
  { connections: 50, lengths: 'exponential', querySeconds: 0.2, utilization: 0.9 },
  { connections: 50, lengths: 'fixed', querySeconds: 0.2, utilization: 0.9 },
];

/** Query length of the probe that runs in parallel to the traffic: short, so that it has many samples; the overhead does not depend on the length. */
const PROBE_SECONDS = 0.05;

/**
 * Largest number of measurements; the last one counts even if other processes disturbed it. Each is as strict as the first: whether to
 * repeat one depends on its precision, never on its mean.
 */
const ATTEMPTS = 4;

/** Timeout of the simulation and the measurement. */
const OPEN_TIMEOUT_MS = 300_000;

/** The modelled wait of a traffic with an overhead for each query. */
function modelledWaitSeconds(traffic: Traffic, overheadSeconds: number): number {
  const serviceSeconds = traffic.querySeconds + overheadSeconds;
  const { waitSeconds } = queuePerformance({
    servers: traffic.connections,
    arrivalsPerSecond: arrivalsPerSecond(traffic),
    serviceSeconds,
    // The overhead adds to the mean and hardly to the variance.
    serviceVariability: LENGTHS[traffic.lengths].variability * (traffic.querySeconds / serviceSeconds) ** 2,
  });
  return waitSeconds;
}

interface Traced {
  readonly traffic: Traffic;
  readonly trace: readonly Query[];
}

interface OpenRun extends Traced {
  /** Wait of each query, in order of arrival. */
  readonly waits: readonly number[];
}

/** Runs all traffics in parallel, each with its own pool. Their queries sleep, so that they do not disturb each other. */
async function runAll(server: MariadbServer, traced: readonly Traced[]): Promise<OpenRun[]> {
  const pools = await Promise.all(traced.map(({ traffic }) => openPool(server.connection, traffic.connections)));
  const runs = traced.flatMap((one, index) => {
    const pool = pools[index];
    return pool === undefined ? [] : [openLoop(pool, one.trace).then((waits) => ({ ...one, waits }))];
  });
  return Promise.all(runs).finally(() => Promise.all(pools.map(closePool)));
}

/** A measured mean wait and the modelled one. */
interface Compared extends Traced {
  readonly measuredSeconds: number;
  readonly modelledSeconds: number;
  /**
   * Half of the 95% confidence interval of the measured mean, divided by the modelled mean. The trace is fixed, so only the
   * deviation of the server from an ideal server on the same trace is random.
   */
  readonly imprecision: number;
}

function compared({ traffic, trace, waits }: OpenRun, overheadSeconds: number): Compared {
  const observed = waits.slice(-observedOf(trace));
  const perfect = waitsOf(traffic, trace, overheadSeconds);
  const { error } = batchMean(observed.map((wait, at) => wait - (perfect[at] ?? Number.NaN)));
  const modelledSeconds = modelledWaitSeconds(traffic, overheadSeconds);
  return { traffic, trace, measuredSeconds: batchMean(observed).mean, modelledSeconds, imprecision: (2 * error) / modelledSeconds };
}

/** Measures all traffics, and repeats those that are not precise enough, regardless of their means. */
async function measure(server: MariadbServer, traced: readonly Traced[], attempts: number): Promise<Compared[]> {
  const goAsBefore = goFirst();
  const probe = new Probe(server.connection, PROBE_SECONDS);
  const runs = await runAll(server, traced).finally(goAsBefore);
  const { medianSeconds } = await probe.stop();
  const all = runs.map((run) => compared(run, medianSeconds));
  const isPrecise = all.every(({ imprecision }) => imprecision < WELL_INSIDE);
  return isPrecise || attempts === 1 ? all : measure(server, traced, attempts - 1);
}

judged('mariadbd', () => {
  let server: MariadbServer;
  const figures: string[] = [];

  beforeAll(async () => {
    server = await startMariadb();
  });

  afterAll(async () => {
    console.info(figures.join('\n'));
    await server?.stop();
  });

  /** Records the figures for the log, so that a successful run shows its margins. */
  const note = (what: string, measured: number, modelled: number, unit: string): void => {
    const ratio = (measured / modelled).toFixed(3);
    figures.push(`${what}: ${measured.toFixed(2)} ${unit} measured, ${modelled.toFixed(2)} ${unit} modelled, ratio ${ratio}`);
  };

  describe('the throughput of connections that are all in use is within 10% of the model', () => {
    it.each(SATURATED)('$connections connections', async ({ connections, querySeconds }) => {
      const pool = await openPool(server.connection, connections);
      const probe = new Probe(server.connection, querySeconds);
      const measured = await saturatedThroughput(pool, 2 * connections, querySeconds, SATURATED_SECONDS);
      const { meanSeconds } = await probe.stop();
      await closePool(pool);
      const modelled = connections / (querySeconds + meanSeconds);
      note(`${connections} connections, all in use`, measured, modelled, 'queries/s');
      expect(Math.abs(measured / modelled - 1)).toBeLessThan(NEAR);
    });
  });

  describe('the mean wait for a connection is within 10% of the model', () => {
    let measured: readonly Compared[];

    beforeAll(async () => {
      // A simulation keeps this process busy for seconds, so all simulations end before a measurement starts.
      const traced = TRAFFICS.map((traffic) => ({ traffic, trace: typicalTrace(traffic, OPEN_SECONDS) }));
      measured = await measure(server, traced, ATTEMPTS);
    }, OPEN_TIMEOUT_MS);

    const rows = TRAFFICS.map((traffic, index) => ({ ...traffic, index }));
    it.each(rows)('$connections connections, $lengths lengths, utilization $utilization', (row) => {
      const { measuredSeconds, modelledSeconds, imprecision } = measured[row.index] as Compared;
      note(`${row.connections} connections, ${row.lengths}, ${row.utilization}`, measuredSeconds * 1_000, modelledSeconds * 1_000, 'ms');
      expect(imprecision).toBeLessThan(WELL_INSIDE);
      expect(Math.abs(measuredSeconds / modelledSeconds - 1)).toBeLessThan(NEAR);
    });
  });
});
