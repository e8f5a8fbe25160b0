import { z } from 'zod';
import { Calibration } from '../loadtest/calibration';
import { parseInput } from '../model/parse';
import { Observation } from './observation';

/** A file for `--calibration`: of a load test, or of production metrics. */
export const Measurement = z.discriminatedUnion('kind', [Calibration, Observation]);
export type Measurement = z.infer<typeof Measurement>;

/** Validates a file for `--calibration`. Throws an InputError with every problem at once. */
export function parseMeasurement(value: unknown, subject: string): Measurement {
  return parseInput(Measurement, value, subject);
}
