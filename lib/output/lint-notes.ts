import type { LintAnswer } from '../answers/lint';
import { counted } from '../core/number-format';
import { SUPPRESSION_SOURCES, type SuppressionSource } from '../core/suppression-source';
import { skippedFilesText } from './skipped-files';

/** How a note states where findings are suppressed. */
const SOURCES: Readonly<Record<SuppressionSource, string>> = {
  annotation: 'Suppressed by annotations',
  file: 'Suppressed by path',
  baseline: 'In the baseline',
};

/** Files that were not checked, and findings that are not reported. */
export function lintNotes({ findings, skipped, suppressed, fixed, fixedSinceBaseline, unusedSuppressions }: LintAnswer): readonly string[] {
  const counts = SUPPRESSION_SOURCES.map((source) => ({
    text: SOURCES[source],
    count: suppressed.filter(({ by }) => by === source).length,
  }));
  const correctable = findings.filter(({ edit }) => edit !== undefined).length;
  return [
    ...(fixed.length > 0 ? [`Corrected: ${counted(fixed.length, 'finding')}`] : []),
    ...(correctable > 0 ? [`Correctable by --fix: ${counted(correctable, 'finding')}`] : []),
    ...(skipped.length > 0 ? [`Not checked: ${skippedFilesText(skipped)}`] : []),
    ...counts.filter(({ count }) => count > 0).map(({ text, count }) => `${text}: ${counted(count, 'finding')}`),
    ...(unusedSuppressions.length > 0
      ? [`Suppressions without a finding: ${unusedSuppressions.map(({ place, rule }) => `${place} (${rule})`).join(', ')}`]
      : []),
    ...(fixedSinceBaseline > 0
      ? [`Fixed since the baseline: ${counted(fixedSinceBaseline, 'finding')}. Run --write-baseline again to remove them from it`]
      : []),
  ];
}
