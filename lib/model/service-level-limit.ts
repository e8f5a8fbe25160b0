import { z } from 'zod';
import { MS_PER_SECOND } from '../core/time';

/**
 * Measures that a service level can limit: a percentile of the response time, the share of errors, or the replication lag of the replicas
 * that an operation reads from.
 */
export const LEVEL_MEASURES = ['p50', 'p95', 'p99', 'errors', 'replication-lag'] as const;
/** Measure that a service level limits. */
export type LevelMeasure = (typeof LEVEL_MEASURES)[number];

/** A service level of one operation, or of HTTP requests. */
export interface ServiceLevelLimit {
  /** Id of the operation; absent for the one that counts HTTP requests, and for all that read from replicas. */
  readonly operation?: string;
  /** The limited measure. */
  readonly measure: LevelMeasure;
  /** The largest value: seconds of a percentile or of a lag, or a share of errors from 0 to 1. */
  readonly most: number;
}

/** How a service level is written, in words for problems. */
const SPELLING = 'a service level such as p95=1s, order.p95=500ms, errors=1% or replication-lag=1s';

const LEVEL = /^(?:([a-z0-9-]+)\.)?(?:(p50|p95|p99|replication-lag)=(\d+(?:\.\d+)?)(ms|s)|errors=(\d+(?:\.\d+)?)%)$/;

/** Service levels as they are written: `p95=1s`, `order.p95=500ms`, `errors=1%`, `replication-lag=1s`. */
export const ServiceLevelLimits = z
  .array(
    z
      .string()
      .regex(LEVEL, SPELLING)
      .transform((text): ServiceLevelLimit => {
        const [, operation, timed, time, unit, errors] = LEVEL.exec(text) ?? [];
        const of = operation === undefined ? {} : { operation };
        if (errors !== undefined) return { ...of, measure: 'errors', most: Number(errors) / 100 };
        return { ...of, measure: timed as LevelMeasure, most: Number(time) / (unit === 'ms' ? MS_PER_SECOND : 1) };
      })
      .refine(({ measure, most }) => (measure === 'errors' ? most < 1 : most > 0), { error: SPELLING }),
  )
  .refine((levels) => new Set(levels.map(({ operation, measure }) => `${operation} ${measure}`)).size === levels.length, {
    error: 'each service level once',
  });
