import type { ObserveAnswer } from '../../answers/observe';
import type { Observation } from '../../observation/observation';
import { unknownUseText } from '../unknown-uses';

/** The JSON form of observed metrics: their calibration, with the reasons for unknown demands in words. */
export function observeJson({ observation, unknown }: ObserveAnswer): Observation {
  return { ...observation, unknown: unknown.map((use) => ({ ...use, text: unknownUseText(use) })) };
}

/** The content of the file for `--calibration`. */
export function observationFile(answer: ObserveAnswer): string {
  return `${JSON.stringify(observeJson(answer), null, 2)}\n`;
}
