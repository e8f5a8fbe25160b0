import { describe, expect, it } from 'vitest';
import { erlangB } from '../../../lib/capacity/queueing/erlang';
import type { MultiServerQueue } from '../../../lib/capacity/queueing/variability-factor';
import {
  queuePerformance,
  responsePercentileSeconds,
  shareThatTakesLonger,
  shareThatWaitsLonger,
  waitPercentileSeconds,
} from '../../support/queue-performance';
import {
  batchMean,
  type Draw,
  type Estimate,
  erlangTwo,
  exponential,
  hyperexponential,
  type Observation,
  seededUniform,
  simulateQueue,
} from '../../support/queue-simulation';

const CONFIGURATIONS = 60;
const OBSERVED = 100_000;

/** Of Student's t with 29 degrees of freedom: 95% of estimates lie within the first, all but one in 10,000 within the second. */
const WITHIN_95_PERCENT = 2.045;
const WITHIN_ALL = 4.5;

/**
 * 1 to 32 servers with services of 10 ms to 1 s. The spare servers are drawn in units of the load's square root, so that
 * small and large systems alike have waits that are neither too rare nor too long to be estimated.
 */
function randomQueue(uniform: Draw): MultiServerQueue {
  const servers = Math.ceil(2 ** (uniform() * 5));
  const serviceSeconds = 10 ** (-2 + uniform() * 2);
  const spare = (0.5 + uniform()) * Math.sqrt(servers);
  return { servers, serviceSeconds, arrivalsPerSecond: Math.max(servers - spare, 0.3 * servers) / serviceSeconds };
}

interface Compared {
  readonly what: string;
  readonly formula: number;
  readonly simulated: Estimate;
}

const distance = ({ formula, simulated }: Compared): number => Math.abs(simulated.mean - formula) / simulated.error;

const shareAbove = (values: readonly number[], bound: number): Estimate => batchMean(values.map((value) => (value > bound ? 1 : 0)));

/** Expects all drawn queues to agree: none is far off, and over 90% are within the 95% confidence interval. */
function expectAgreement(compared: readonly Compared[]): void {
  expect(compared.filter((one) => distance(one) > WITHIN_ALL)).toEqual([]);
  const inside = compared.filter((one) => distance(one) <= WITHIN_95_PERCENT);
  expect(inside.length / compared.length).toBeGreaterThan(0.9);
}

const QUEUES = Array.from({ length: CONFIGURATIONS }, (_, index) => {
  const uniform = seededUniform(index + 1);
  const queue = randomQueue(uniform);
  const observation = simulateQueue({
    servers: queue.servers,
    nextArrival: exponential(uniform, 1 / queue.arrivalsPerSecond),
    nextService: exponential(uniform, queue.serviceSeconds),
    observed: OBSERVED,
  });
  return { queue, observation };
});

function comparedIn(of: (queue: MultiServerQueue, observation: Observation) => Compared): Compared[] {
  return QUEUES.map(({ queue, observation }) => of(queue, observation));
}

describe(`a simulation of ${CONFIGURATIONS} random M/M/c queues agrees with`, () => {
  it('Erlang C: the share of items that wait', () => {
    expectAgreement(
      comparedIn((queue, { waits }) => ({
        what: 'waiting probability',
        formula: queuePerformance(queue).waitingProbability,
        simulated: shareAbove(waits, 0),
      })),
    );
  });

  it('the mean wait', () => {
    expectAgreement(
      comparedIn((queue, { waits }) => ({
        what: 'wait',
        formula: queuePerformance(queue).waitSeconds,
        simulated: batchMean(waits),
      })),
    );
  });

  it('the mean response time', () => {
    expectAgreement(
      comparedIn((queue, { responses }) => ({
        what: 'response',
        formula: queuePerformance(queue).responseSeconds,
        simulated: batchMean(responses),
      })),
    );
  });

  it('the p95 of the wait: 5% of the items wait longer', () => {
    expectAgreement(
      comparedIn((queue, { waits }) => {
        const bound = waitPercentileSeconds(queue, 0.95);
        return { what: 'wait p95', formula: shareThatWaitsLonger(queue, bound), simulated: shareAbove(waits, bound) };
      }),
    );
  });

  it('the p95 of the response time: 5% of the items take longer', () => {
    expectAgreement(
      comparedIn((queue, { responses }) => {
        const bound = responsePercentileSeconds(queue, 0.95);
        expect(shareThatTakesLonger(queue, bound)).toBeCloseTo(0.05, 9);
        return { what: 'response p95', formula: 0.05, simulated: shareAbove(responses, bound) };
      }),
    );
  });
});

describe('a simulation agrees with', () => {
  it('Erlang B, where arrivals that find all servers busy are rejected, for any distribution of service', () => {
    const compared = Array.from({ length: 20 }, (_, index): Compared => {
      const uniform = seededUniform(1_000 + index);
      const { servers, serviceSeconds, arrivalsPerSecond } = randomQueue(uniform);
      const nextService = index % 2 === 0 ? exponential(uniform, serviceSeconds) : () => serviceSeconds;
      const { turnedAway } = simulateQueue({
        servers,
        nextArrival: exponential(uniform, 1 / (1.5 * arrivalsPerSecond)),
        nextService,
        observed: OBSERVED,
        turnsAway: true,
      });
      const formula = erlangB(servers, 1.5 * arrivalsPerSecond * serviceSeconds);
      return { what: `${servers} servers`, formula, simulated: batchMean(turnedAway.map(Number)) };
    });
    expectAgreement(compared);
  });

  it('the mean wait of one server with any distribution of service, where Allen and Cunneen are exact', () => {
    const compared = Array.from({ length: 20 }, (_, index): Compared => {
      const uniform = seededUniform(2_000 + index);
      const { serviceSeconds } = randomQueue(uniform);
      const arrivalsPerSecond = (0.3 + 0.5 * uniform()) / serviceSeconds;
      const { draw, variability } = servicesOf(uniform, serviceSeconds)[index % 3] as Service;
      const { waits } = simulateQueue({
        servers: 1,
        nextArrival: exponential(uniform, 1 / arrivalsPerSecond),
        nextService: draw,
        observed: OBSERVED,
      });
      const queue = { servers: 1, arrivalsPerSecond, serviceSeconds, serviceVariability: variability };
      return { what: `variability ${variability}`, formula: queuePerformance(queue).waitSeconds, simulated: batchMean(waits) };
    });
    expectAgreement(compared);
  });

  it.each([
    { servers: 2, utilizations: [0.7, 0.85] },
    { servers: 5, utilizations: [0.7, 0.85] },
    { servers: 15, utilizations: [0.7, 0.85] },
    // At 70% of 50 servers one piece of work in a thousand waits: too few to compare.
    { servers: 50, utilizations: [0.85, 0.92] },
  ])(
    'the mean wait of $servers servers with any distribution of service within 6%, where the formula is an approximation',
    ({ servers, utilizations }) => {
      for (const utilization of utilizations) {
        const uniform = seededUniform(3_500 + servers + utilization);
        const serviceSeconds = 0.05;
        const arrivalsPerSecond = (utilization * servers) / serviceSeconds;
        for (const { draw, variability } of servicesOf(uniform, serviceSeconds)) {
          const { waits } = simulateQueue({
            servers,
            nextArrival: exponential(uniform, 1 / arrivalsPerSecond),
            nextService: draw,
            observed: 4 * OBSERVED,
          });
          const { waitSeconds } = queuePerformance({ servers, arrivalsPerSecond, serviceSeconds, serviceVariability: variability });
          const { mean, error } = batchMean(waits);
          expect(Math.abs(mean - waitSeconds), `at ${utilization}, variability ${variability}`).toBeLessThan(
            0.06 * mean + WITHIN_95_PERCENT * error,
          );
        }
      }
    },
  );
});

interface Service {
  readonly draw: Draw;
  readonly variability: number;
}

/** Work of one known length, of less and of more variability than exponential. */
function servicesOf(uniform: Draw, mean: number): Service[] {
  return [
    { draw: () => mean, variability: 0 },
    { draw: erlangTwo(uniform, mean), variability: 0.5 },
    { draw: hyperexponential(uniform, mean, 3), variability: 3 },
  ];
}
