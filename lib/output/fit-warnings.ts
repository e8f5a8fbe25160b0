import { percent, rounded } from '../core/number-format';
import type { FitWarning } from '../loadtest/fit-warnings';

/** A warning about a fitted curve as a sentence. */
export function fitWarningText(warning: FitWarning): string {
  switch (warning.kind) {
    case 'no-peak':
      return 'Crosstalk is not above 0: throughput never falls, so the curve has no peak.';
    case 'peak-beyond-data':
      return `The peak at a concurrency of ${rounded(warning.peak)} is extrapolated: nothing above ${rounded(warning.testedTo)} was tested.`;
    case 'peak-uncertain':
      return `The peak is above a concurrency of ${rounded(warning.peakAbove)}, and the measurements are also consistent with no peak.`;
    case 'no-bend':
      return `At a concurrency of ${rounded(warning.testedTo)}, throughput is still ${percent(warning.shareOfLinear)} of linear: the test ended before the system was busy.`;
    case 'poor-fit':
      return `The curve explains ${percent(warning.rSquared)} of the variance of throughput, and its relative error is ${percent(warning.relativeError)}.`;
    case 'superlinear':
      return `A user gets ${percent(warning.gain)} more at a concurrency of ${rounded(warning.best)} than at ${rounded(warning.first)}; the Universal Scalability Law has no such gain, so caches may have been cold at first.`;
    case 'many-errors':
      return `More than ${percent(warning.errorShare)} of the requests fail at levels with a concurrency of ${rounded(warning.from)} or more; the curve counts only requests that succeed.`;
  }
}
