import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrivalsPerSecondOf } from '../../lib/capacity/queueing/little';
import { fitUsl } from '../../lib/loadtest/fit-usl';
import type { LoadTestPoint } from '../../lib/loadtest/load-test';
import { CpuService } from './cpu-service-process';

/** How near to the model a measurement has to be. */
const NEAR = 0.15;

/** Node runs a service's own code on one core, however many the machine has. */
const CORES = 1;

/** The core is never idle: when an answer leaves, the next requests are there. */
const SATURATING = 8;

/** Each measures cost and saturation next to each other, so that a machine that changes its pace does so to both. */
const ROUNDS = 3;

/** From one alone to five times what the core has work for, when a request pauses five times as long as it works. */
const LEVELS = [1, 2, 4, 6, 8, 12, 16, 20, 24, 32];
const PAUSE_MS = 20;

const LEVEL_SECONDS = 2;

const TIMEOUT_MS = 120_000;

describe('a Node service of known processor time per request', () => {
  let service: CpuService;
  const figures: string[] = [];

  beforeAll(async () => {
    service = await CpuService.start();
    // Compiled and warm, as it is after its first seconds in production.
    await service.measure({ connections: SATURATING, seconds: 1, pauseMs: 0 });
  }, TIMEOUT_MS);

  afterAll(async () => {
    console.info(figures.join('\n'));
    await service?.stop();
  });

  /** Requests a second of a core, and what it costs alone: one connection, so that nothing runs at the same time. */
  async function modelledRequestsPerSecond(): Promise<number> {
    const { cpuSecondsPerRequest } = await service.measure({ connections: 1, seconds: 1, pauseMs: 0 });
    return arrivalsPerSecondOf(CORES, cpuSecondsPerRequest);
  }

  it(
    'saturates within 15 % of what one core has time for',
    async () => {
      const ratios: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const modelled = await modelledRequestsPerSecond();
        const { point } = await service.measure({ connections: SATURATING, seconds: LEVEL_SECONDS, pauseMs: 0 });
        ratios.push(point.requestsPerSecond / modelled);
        figures.push(`saturation: ${point.requestsPerSecond.toFixed(1)}/s measured, ${modelled.toFixed(1)}/s modelled`);
      }
      expect(Math.abs(median(ratios) - 1), ratios.join(' ')).toBeLessThan(NEAR);
    },
    TIMEOUT_MS,
  );

  it(
    'has the peak that the curve of a load test says, within 15 % of what one core has time for',
    async () => {
      const points: LoadTestPoint[] = [];
      const modelled: number[] = [];
      for (const connections of LEVELS) {
        if (connections >= SATURATING) modelled.push(await modelledRequestsPerSecond());
        points.push((await service.measure({ connections, seconds: LEVEL_SECONDS, pauseMs: PAUSE_MS })).point);
      }
      const { peak } = fitUsl(points);
      const most = peak.requestsPerSecond.mid ?? Number.POSITIVE_INFINITY;
      figures.push(`peak: ${most.toFixed(1)}/s from the curve, ${median(modelled).toFixed(1)}/s modelled`);
      expect(Math.abs(most / median(modelled) - 1)).toBeLessThan(NEAR);
    },
    TIMEOUT_MS,
  );
});

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
