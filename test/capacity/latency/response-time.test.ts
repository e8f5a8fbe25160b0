import { describe, expect, it } from 'vitest';
import { percentileSeconds, shareLonger } from '../../../lib/capacity/latency/response-time';
import { queuePerformance, responsePercentileSeconds } from '../../support/queue-performance';

/** The response time of M/M/c with a mean service time of one second. Service is exponential, and so is the wait of those that wait. */
function responseOf(servers: number, utilization: number) {
  const queue = { servers, arrivalsPerSecond: servers * utilization, serviceSeconds: 1 };
  const { waitingProbability, waitSeconds } = queuePerformance(queue);
  return {
    queue,
    response: { always: { mean: 1, variance: 1 }, waitingProbability, waitSeconds: waitSeconds / waitingProbability },
  };
}

const QUEUES = [1, 2, 5, 20, 100].flatMap((servers) => [0.3, 0.5, 0.7, 0.85, 0.95, 0.99].map((utilization) => ({ servers, utilization })));

describe('the percentile of a response time', () => {
  it.each(QUEUES)('is that of M/M/c: $servers servers, utilization $utilization', ({ servers, utilization }) => {
    const { queue, response } = responseOf(servers, utilization);
    const ratio = (share: number) => percentileSeconds(response, share) / responsePercentileSeconds(queue, share);
    expect(Math.abs(ratio(0.95) - 1)).toBeLessThan(0.03);
    expect(Math.abs(ratio(0.99) - 1)).toBeLessThan(0.03);
    expect(Math.abs(ratio(0.5) - 1)).toBeLessThan(0.05);
  });

  it('is that of the exponential and the Erlang distribution without a wait', () => {
    const percentile = (variance: number, share: number) =>
      percentileSeconds({ always: { mean: 1, variance }, waitingProbability: 0, waitSeconds: 0 }, share);
    expect(percentile(1, 0.95)).toBeCloseTo(Math.log(20), 3);
    expect(percentile(1, 0.99)).toBeCloseTo(Math.log(100), 3);
    expect(percentile(1, 0.5)).toBeCloseTo(Math.log(2), 3);
    // Half of the chi-squared distribution with 4 degrees of freedom, whose percentiles are 13.277, 9.488 and 3.357, over a mean of 2.
    expect(percentile(1 / 2, 0.99)).toBeCloseTo(13.277 / 4, 1);
    expect(percentile(1 / 2, 0.95)).toBeCloseTo(9.488 / 4, 1);
    expect(percentile(1 / 2, 0.5)).toBeCloseTo(3.357 / 4, 1);
    // Constant times.
    expect(percentile(0, 0.95)).toBeCloseTo(1, 4);
  });

  it('is where the share that takes longer is the rest', () => {
    const { response } = responseOf(5, 0.8);
    expect(shareLonger(response, percentileSeconds(response, 0.95))).toBeCloseTo(0.05, 4);
  });

  it('is infinite where a queue grows without limit', () => {
    const response = { always: { mean: 1, variance: 1 }, waitingProbability: 1, waitSeconds: Number.POSITIVE_INFINITY };
    expect(percentileSeconds(response, 0.5)).toBe(Number.POSITIVE_INFINITY);
    expect(shareLonger(response, 1e9)).toBe(1);
  });
});
