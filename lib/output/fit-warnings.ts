import { percent, rounded } from '../core/number-format';
import type { FitWarning } from '../loadtest/fit-warnings';

/** A warning about a fitted curve as a sentence. */
export function fitWarningText(warning: FitWarning): string {
  switch (warning.kind) {
    case 'no-peak':
      return 'Crosstalk is not above 0: throughput approaches a limit and never falls, so the curve has no peak.';
    case 'peak-beyond-data':
      return `The peak at ${rounded(warning.peak)} is extrapolated: nothing above ${rounded(warning.testedTo)} was tested.`;
    case 'peak-uncertain':
      return `The peak is above ${rounded(warning.peakAbove)}, and the measurements are also consistent with no peak.`;
    case 'no-bend':
      return `At ${rounded(warning.testedTo)} throughput is still ${percent(warning.shareOfLinear)} of linear: the test ended before the system was busy.`;
    case 'poor-fit':
      return `The curve explains ${percent(warning.rSquared)} of the scatter and misses throughput by ${percent(warning.relativeError)}.`;
    case 'superlinear':
      return `A user gets ${percent(warning.gain)} more at ${rounded(warning.best)} than at ${rounded(warning.first)}; the law allows no such gain, so caches may have been cold at first.`;
    case 'many-errors':
      return `From ${rounded(warning.from)} on more than ${percent(warning.errorShare)} of the requests fail at some level; the curve counts those that succeed.`;
  }
}
