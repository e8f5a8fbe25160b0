import type { FitAnswer } from '../../answers/fit';
import type { Calibration } from '../../loadtest/calibration';
import { fitWarningText } from '../fit-warnings';
import { loadTestNoteText } from '../load-test-notes';

/** The JSON form of a fit: its calibration, with the warnings and the notes of its files in words. */
export function fitJson({ calibration, fit, test }: FitAnswer): Calibration {
  return {
    ...calibration,
    sources: calibration.sources.map((source, index) => ({
      ...source,
      notes: (test.runs[index]?.notes ?? []).map((note) => ({ kind: note.kind, text: loadTestNoteText(note) })),
    })),
    warnings: fit.warnings.map((warning) => ({ kind: warning.kind, text: fitWarningText(warning) })),
  };
}

/** The content of the file for `--calibration`. */
export function calibrationFile(answer: FitAnswer): string {
  return `${JSON.stringify(fitJson(answer), null, 2)}\n`;
}
