import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fitUsl } from '../../lib/loadtest/fit-usl';
import type { LoadTestPoint } from '../../lib/loadtest/load-test';
import { CpuService, type Measured } from './cpu-service-process';

/** Largest relative distance of a measurement from the model. */
const TOLERANCE = 0.15;

/** Node runs a service's own code on one core, however many the host has. */
const CORES = 1;

/** Number of connections that keeps the core busy: when a response is sent, other requests are waiting. */
const SATURATING_CONNECTIONS = 8;

const ROUNDS = 3;

/** From one connection to five times the number that saturates the core, with pauses of five times the processor time. */
const LEVELS = [1, 2, 4, 6, 8, 12, 16, 20, 24, 32];
const PAUSE_MS = 20;

const LEVEL_SECONDS = 2;

const TIMEOUT_MS = 120_000;

/**
 * A virtual core changes its speed from one second to the next, by up to a factor of two on a shared host. Throughput is
 * therefore compared with the processor time that a request cost in the same seconds (utilization law: busy cores =
 * throughput × service time), not with a cost that was measured before.
 */
describe('a Node service of known processor time per request', () => {
  let service: CpuService;
  const figures: string[] = [];

  beforeAll(async () => {
    service = await CpuService.start();
    // Compiled and warm, as it is after its first seconds in production.
    await service.measure({ connections: SATURATING_CONNECTIONS, seconds: 1, pauseMs: 0 });
  }, TIMEOUT_MS);

  afterAll(async () => {
    console.info(figures.join('\n'));
    await service?.stop();
  });

  it(
    'saturates within 15% of what one core has time for',
    async () => {
      const ratios: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const { point, cpuSecondsPerRequest } = await service.measure({
          connections: SATURATING_CONNECTIONS,
          seconds: LEVEL_SECONDS,
          pauseMs: 0,
        });
        const modelled = CORES / cpuSecondsPerRequest;
        ratios.push(point.requestsPerSecond / modelled);
        figures.push(`saturation: ${point.requestsPerSecond.toFixed(1)}/s measured, ${modelled.toFixed(1)}/s modelled`);
      }
      expect(Math.abs(median(ratios) - 1), ratios.join(' ')).toBeLessThan(TOLERANCE);
    },
    TIMEOUT_MS,
  );

  it(
    'has the peak that the curve of a load test predicts, within 15% of what one core has time for',
    async () => {
      const measured: Measured[] = [];
      for (const connections of LEVELS) measured.push(await service.measure({ connections, seconds: LEVEL_SECONDS, pauseMs: PAUSE_MS }));
      const referenceCost = median(measured.map(({ cpuSecondsPerRequest }) => cpuSecondsPerRequest));
      const { peak } = fitUsl(measured.map((level) => atReferenceSpeed(level, referenceCost)));
      const peakPerSecond = peak.requestsPerSecond.mid ?? Number.POSITIVE_INFINITY;
      const modelled = CORES / referenceCost;
      figures.push(`peak: ${peakPerSecond.toFixed(1)}/s from the curve, ${modelled.toFixed(1)}/s modelled`);
      expect(Math.abs(peakPerSecond / modelled - 1)).toBeLessThan(TOLERANCE);
    },
    TIMEOUT_MS,
  );
});

/** The throughput of the same busy cores at the speed at which a request costs `referenceCost` processor seconds. */
function atReferenceSpeed({ point, cpuSecondsPerRequest }: Measured, referenceCost: number): LoadTestPoint {
  return { ...point, requestsPerSecond: (point.requestsPerSecond * cpuSecondsPerRequest) / referenceCost };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
