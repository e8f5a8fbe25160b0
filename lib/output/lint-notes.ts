import type { LintAnswer } from '../answers/lint';
import { counted } from '../core/number-format';
import { skippedFilesText } from './skipped-files';

/** What was not checked, and what was found but is not reported. */
export function lintNotes({ findings, skipped, suppressed, fixed, fixedSinceBaseline }: LintAnswer): readonly string[] {
  const ofAnnotations = suppressed.filter(({ by }) => by === 'annotation').length;
  const ofBaseline = suppressed.length - ofAnnotations;
  const correctable = findings.filter(({ edit }) => edit !== undefined).length;
  return [
    ...(fixed.length > 0 ? [`Corrected: ${counted(fixed.length, 'finding')}`] : []),
    ...(correctable > 0 ? [`Correctable by --fix: ${counted(correctable, 'finding')}`] : []),
    ...(skipped.length > 0 ? [`Not checked: ${skippedFilesText(skipped)}`] : []),
    ...(ofAnnotations > 0 ? [`Suppressed by annotations: ${counted(ofAnnotations, 'finding')}`] : []),
    ...(ofBaseline > 0 ? [`In the baseline: ${counted(ofBaseline, 'finding')}`] : []),
    ...(fixedSinceBaseline > 0
      ? [`Fixed since the baseline: ${counted(fixedSinceBaseline, 'finding')}. Run --write-baseline again to remove them from it`]
      : []),
  ];
}
