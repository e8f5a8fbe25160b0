import type { LintAnswer } from '../answers/lint';
import { counted } from '../core/number-format';
import { skippedFilesText } from './skipped-files';

/** What was not checked, and what was found but is not reported. */
export function lintNotes({ skipped, suppressed, fixedSinceBaseline }: LintAnswer): readonly string[] {
  const ofAnnotations = suppressed.filter(({ by }) => by === 'annotation').length;
  const ofBaseline = suppressed.length - ofAnnotations;
  return [
    ...(skipped.length > 0 ? [`Not checked: ${skippedFilesText(skipped)}`] : []),
    ...(ofAnnotations > 0 ? [`Suppressed by annotations: ${counted(ofAnnotations, 'finding')}`] : []),
    ...(ofBaseline > 0 ? [`In the baseline: ${counted(ofBaseline, 'finding')}`] : []),
    ...(fixedSinceBaseline > 0
      ? [`Fixed since the baseline: ${counted(fixedSinceBaseline, 'finding')}. Run --write-baseline again to remove them from it`]
      : []),
  ];
}
