import type { System } from '../model/system';
import { parseMeasurement } from '../observation/measurement';
import { calibratedSystem } from './capacity-of';
import { type SystemReference, systemOf } from './system-reference';

/** A calibration that was written by `fitLoadTests` or `observeMetrics`. */
export interface CalibrationSource {
  /** Name for error messages, such as the path of the file. */
  readonly name: string;
  /** The calibration as plain data; it is validated. */
  readonly value: unknown;
}

/** A system, sized by calibrations. Throws an InputError for an unknown system and for invalid calibrations. */
export function systemWith(reference: SystemReference, calibrations: readonly CalibrationSource[] = []): System {
  return calibrations.reduce(
    (system, { name, value }) => calibratedSystem(system, parseMeasurement(value, name), name),
    systemOf(reference),
  );
}
