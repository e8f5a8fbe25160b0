import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concurrencyOf } from '../../../lib/capacity/queueing/little';
import { type MultiServerQueue, variabilityFactor } from '../../../lib/capacity/queueing/variability-factor';
import {
  queuePerformance,
  responsePercentileSeconds,
  shareThatTakesLonger,
  shareThatWaitsLonger,
  waitPercentileSeconds,
} from '../../support/queue-performance';

const HOUR = 3_600;

/** Hillier and Lieberman, Introduction to Operations Research, ch. 17: two emergencies an hour, 20 minutes each. */
const countyHospital = (doctors: number): MultiServerQueue => ({
  servers: doctors,
  arrivalsPerSecond: 2 / HOUR,
  serviceSeconds: HOUR / 3,
});

const stableQueue = fc
  .record({
    servers: fc.integer({ min: 1, max: 200 }),
    utilization: fc.double({ min: 0.05, max: 0.98, noNaN: true }),
    serviceSeconds: fc.double({ min: 0.001, max: 10, noNaN: true }),
    serviceVariability: fc.double({ min: 0, max: 10, noNaN: true }),
    arrivalVariability: fc.double({ min: 0.1, max: 5, noNaN: true }),
  })
  .map(({ utilization, ...queue }) => ({ ...queue, arrivalsPerSecond: (utilization * queue.servers) / queue.serviceSeconds }));

describe('queuePerformance', () => {
  it('gives the published values of the County Hospital with one doctor and with two', () => {
    const one = queuePerformance(countyHospital(1));
    expect([one.utilization, one.inside, one.waiting, one.responseSeconds / HOUR, one.waitSeconds / HOUR]).toEqual(
      [2 / 3, 2, 4 / 3, 1, 2 / 3].map((value) => expect.closeTo(value, 9)),
    );
    const two = queuePerformance(countyHospital(2));
    expect([two.utilization, two.inside, two.waiting, two.responseSeconds / HOUR, two.waitSeconds / HOUR]).toEqual(
      [1 / 3, 3 / 4, 1 / 12, 3 / 8, 1 / 24].map((value) => expect.closeTo(value, 9)),
    );
  });

  it('gives the published values of three servers', () => {
    // Bronson, Operations Research (1982), problem 24.6: s = 3, 300 a year, 182.5 a year each; in years. Quoted with the
    // others of its chapter by web.ist.utl.pt/mcasquilho/compute/or/Fx-queuevars.php.
    const year = queuePerformance({ servers: 3, arrivalsPerSecond: 300, serviceSeconds: 1 / 182.5 });
    expect(year.waiting).toBeCloseTo(0.352, 3);
    expect(year.inside).toBeCloseTo(1.996, 3);
    expect(year.waitSeconds).toBeCloseTo(0.001175, 6);
    expect(year.responseSeconds).toBeCloseTo(0.006654, 6);
  });

  it('is the formula of Pollaczek and Khinchine for one server with any distribution of service', () => {
    fc.assert(
      fc.property(stableQueue, ({ arrivalVariability: _, servers, ...queue }) => {
        const single = { ...queue, servers: 1, arrivalsPerSecond: queue.arrivalsPerSecond / servers };
        const utilization = single.arrivalsPerSecond * single.serviceSeconds;
        const expected = (utilization / (1 - utilization)) * single.serviceSeconds * ((1 + single.serviceVariability) / 2);
        expect(queuePerformance(single).waitSeconds / expected).toBeCloseTo(1, 9);
      }),
    );
  });

  it("satisfies Little's law for the queue and for the whole system", () => {
    fc.assert(
      fc.property(stableQueue, (queue) => {
        const { waiting, waitSeconds, inside, responseSeconds } = queuePerformance(queue);
        expect(waiting).toBeCloseTo(concurrencyOf(queue.arrivalsPerSecond, waitSeconds), 9);
        expect(inside / concurrencyOf(queue.arrivalsPerSecond, responseSeconds)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('has no shorter wait with more load, more variability or fewer servers', () => {
    fc.assert(
      fc.property(stableQueue, (queue) => {
        const { waitSeconds } = queuePerformance(queue);
        const busier = queuePerformance({ ...queue, arrivalsPerSecond: queue.arrivalsPerSecond * 1.01 });
        const rougher = queuePerformance({ ...queue, serviceVariability: queue.serviceVariability + 0.1, arrivalVariability: 1 });
        expect(busier.waitSeconds).toBeGreaterThanOrEqual(waitSeconds);
        expect(rougher.waitSeconds).toBeGreaterThanOrEqual(queuePerformance({ ...queue, arrivalVariability: 1 }).waitSeconds);
        expect(queuePerformance({ ...queue, servers: queue.servers + 1 }).waitSeconds).toBeLessThanOrEqual(waitSeconds);
      }),
    );
  });

  it('has an infinite wait at a utilization of 1 and above', () => {
    const full = { servers: 4, arrivalsPerSecond: 8, serviceSeconds: 0.5 };
    expect(queuePerformance(full)).toMatchObject({ utilization: 1, waitingProbability: 1, waitSeconds: Infinity, inside: Infinity });
    expect(waitPercentileSeconds(full, 0.5)).toBe(Infinity);
    expect(responsePercentileSeconds(full, 0.5)).toBe(Infinity);
    expect(shareThatWaitsLonger(full, HOUR)).toBe(1);
    expect(shareThatTakesLonger(full, HOUR)).toBe(1);
  });

  it('has no wait without arrivals', () => {
    const idle = { servers: 4, arrivalsPerSecond: 0, serviceSeconds: 0.5, serviceVariability: 0 };
    expect(queuePerformance(idle)).toMatchObject({
      utilization: 0,
      waitingProbability: 0,
      waitSeconds: 0,
      responseSeconds: 0.5,
      inside: 0,
    });
    expect(waitPercentileSeconds(idle, 0.99)).toBe(0);
  });

  it.each([
    [{ servers: 0, arrivalsPerSecond: 1, serviceSeconds: 1 }, /servers: invalid value 0/],
    [{ servers: 1, arrivalsPerSecond: -1, serviceSeconds: 1 }, /arrivals per second: invalid value -1/],
    [{ servers: 1, arrivalsPerSecond: 1, serviceSeconds: 0 }, /service seconds: invalid value 0; expected above 0/],
    [{ servers: 3, arrivalsPerSecond: 1, serviceSeconds: 1, serviceVariability: -1 }, /service variability: invalid value -1/],
    [{ servers: 3, arrivalsPerSecond: 1, serviceSeconds: 1, arrivalVariability: Number.NaN }, /arrival variability: invalid value NaN/],
  ])('rejects %j', (queue, message) => {
    expect(() => queuePerformance(queue)).toThrow(message);
  });
});

describe('variabilityFactor', () => {
  const queue = (servers: number, utilization: number): MultiServerQueue => ({
    servers,
    arrivalsPerSecond: utilization * servers,
    serviceSeconds: 1,
  });

  it('is 1 for M/M/c, and the mean of Allen and Cunneen for one server', () => {
    expect(variabilityFactor(queue(40, 0.5))).toBe(1);
    expect(variabilityFactor({ ...queue(1, 0.5), arrivalVariability: 2, serviceVariability: 3 })).toBe(2.5);
  });

  it('approaches the mean of Allen and Cunneen in heavy traffic', () => {
    expect(variabilityFactor({ ...queue(50, 0.9999), serviceVariability: 0 })).toBeCloseTo(0.5, 3);
    expect(variabilityFactor({ ...queue(50, 0.9999), serviceVariability: 3 })).toBeCloseTo(2, 2);
  });

  it('approaches c / (c + 1) for constant service in light traffic', () => {
    expect(variabilityFactor({ ...queue(4, 0.000001), serviceVariability: 0 })).toBeCloseTo(0.8, 9);
  });
});

describe('percentiles', () => {
  it('give the published tail of the County Hospital', () => {
    // P{Wq > t} for half an hour and an hour: 0.404 and 0.245 with one doctor, 0.022 and 0.003 with two.
    expect(shareThatWaitsLonger(countyHospital(1), HOUR / 2)).toBeCloseTo(0.404, 3);
    expect(shareThatWaitsLonger(countyHospital(1), HOUR)).toBeCloseTo(0.245, 3);
    expect(shareThatWaitsLonger(countyHospital(2), HOUR / 2)).toBeCloseTo(0.0226, 4);
    expect(shareThatWaitsLonger(countyHospital(2), HOUR)).toBeCloseTo(0.003, 3);
  });

  it('are the inverse of the shares', () => {
    fc.assert(
      fc.property(stableQueue, fc.double({ min: 0.01, max: 0.999, noNaN: true }), (queue, share) => {
        const wait = waitPercentileSeconds(queue, share);
        if (wait > 0) expect(shareThatWaitsLonger(queue, wait)).toBeCloseTo(1 - share, 9);
        else expect(shareThatWaitsLonger(queue, 0)).toBeLessThanOrEqual(1 - share);
        const { servers, arrivalsPerSecond, serviceSeconds } = queue;
        const exponential = { servers, arrivalsPerSecond, serviceSeconds };
        expect(shareThatTakesLonger(exponential, responsePercentileSeconds(exponential, share))).toBeCloseTo(1 - share, 9);
      }),
    );
  });

  it('of the response time of one server are those of an exponential distribution', () => {
    // M/M/1: the response is exponential with mean 1 / (mu - lambda) = 1 h.
    expect(responsePercentileSeconds(countyHospital(1), 0.95)).toBeCloseTo(-Math.log(0.05) * HOUR, 6);
  });

  it('of the response time are above those of wait and service alone', () => {
    fc.assert(
      fc.property(stableQueue, ({ servers, arrivalsPerSecond, serviceSeconds }) => {
        const queue = { servers, arrivalsPerSecond, serviceSeconds };
        const response = responsePercentileSeconds(queue, 0.95);
        expect(response).toBeGreaterThanOrEqual(waitPercentileSeconds(queue, 0.95));
        expect(response).toBeGreaterThanOrEqual(-Math.log(0.05) * serviceSeconds * (1 - 1e-9));
      }),
    );
  });

  it('are continuous where the mean wait equals the mean service time', () => {
    const near = (arrivals: number) => responsePercentileSeconds({ servers: 2, arrivalsPerSecond: arrivals, serviceSeconds: 1 }, 0.9);
    expect(near(1)).toBeGreaterThan(near(1 - 1e-6));
    expect(near(1)).toBeLessThan(near(1 + 1e-6));
    expect(near(1 + 1e-6) - near(1 - 1e-6)).toBeLessThan(1e-5);
  });

  it.each([0, 1, -0.5, Number.NaN])('reject the share %d', (share) => {
    expect(() => waitPercentileSeconds(countyHospital(1), share)).toThrow(/expected between 0 and 1/);
    expect(() => responsePercentileSeconds(countyHospital(1), share)).toThrow(/expected between 0 and 1/);
  });
});
