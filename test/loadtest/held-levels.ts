import { type UslCoefficients, uslThroughput } from '../../lib/capacity/queueing/universal-scalability';
import type { Moment } from '../../lib/loadtest/level-windows';
import { seededUniform, standardNormal } from '../support/queue-simulation';

export const TRUTH: UslCoefficients = { requestsPerSecondAtOne: 100, contention: 0.03, crosstalk: 0.0002 };

export const LEVELS = [1, 2, 4, 8, 16, 32, 48, 64, 96, 128];

/** Shapes of warm-ups: the share of throughput that is missing at a share of the warm-up. */
export const WARM_UPS = {
  exponential: (share: number) => Math.exp(-3 * share),
  linear: (share: number) => Math.max(0, 1 - share),
  sudden: (share: number) => (share < 1 ? 1 : 0),
} as const;

/** A load test that holds each level, with a warm-up at the beginning of each. */
export interface HeldTest {
  readonly holdSeconds: number;
  readonly warmUpSeconds: number;
  readonly shape: keyof typeof WARM_UPS;
  /** Share of throughput that is missing at the beginning. */
  readonly missing: number;
  /** Difference between two holds of one level, as a share of throughput; parts of 30 seconds differ by two thirds of it. */
  readonly betweenHolds: number;
}

/** The seconds of a test: holds differ, parts of them differ less, and requests arrive at random. */
export function heldMoments(test: HeldTest, seed: number): Moment[] {
  const uniform = seededUniform(seed);
  return LEVELS.flatMap((concurrency, level) => {
    const ofHold = 1 + test.betweenHolds * standardNormal(uniform);
    let ofPart = 1;
    return Array.from({ length: test.holdSeconds }, (_, second): Moment => {
      if (second % 30 === 0) ofPart = 1 + (test.betweenHolds / 1.5) * standardNormal(uniform);
      const missing = test.warmUpSeconds === 0 ? 0 : test.missing * WARM_UPS[test.shape](second / test.warmUpSeconds);
      const expected = uslThroughput(TRUTH, concurrency) * ofHold * ofPart * (1 - missing);
      const succeeded = Math.max(0, expected + Math.sqrt(expected) * standardNormal(uniform));
      return { second: level * test.holdSeconds + second, concurrency, succeeded };
    });
  });
}
