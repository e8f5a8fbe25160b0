import type { FitAnswer } from '../../answers/fit';
import type { Calibration } from '../../loadtest/calibration';
import { fitWarningText } from '../fit-warnings';

/** The JSON form of a fit: its calibration, with the warnings in words. */
export function fitJson({ calibration, fit }: FitAnswer): Calibration {
  return { ...calibration, warnings: fit.warnings.map((warning) => ({ kind: warning.kind, text: fitWarningText(warning) })) };
}

/** The content of the file for `--calibration`. */
export function calibrationFile(answer: FitAnswer): string {
  return `${JSON.stringify(fitJson(answer), null, 2)}\n`;
}
