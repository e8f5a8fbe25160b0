import { percent } from '../core/number-format';
import type { UslFit } from '../loadtest/fit-usl';
import { figure } from './capacity-amounts';

const BOTTLENECKS = {
  contention: 'work that only one can do at a time (contention)',
  crosstalk: 'users getting in each other’s way (crosstalk)',
  none: 'nothing that shows',
} as const;

/** Where throughput ends, and why. */
export function uslText({
  peak: { concurrency, requestsPerSecond, bottleneck, lossByContention, isExtrapolated },
  rSquared,
  levels,
}: UslFit): string {
  const rate = requestsPerSecond.mid === null ? '' : ` with ${figure(requestsPerSecond.mid)} requests a second`;
  const where =
    concurrency.mid === null
      ? `throughput has no peak in what was tested${requestsPerSecond.mid === null ? '' : `, and nears ${figure(requestsPerSecond.mid)} requests a second`}`
      : `throughput peaks at ${figure(concurrency.mid)} at once${rate}${isExtrapolated ? ', beyond what was tested' : ''}`;
  const why =
    bottleneck === 'none' ? '' : `; what takes it away is ${BOTTLENECKS[bottleneck]}, ${percent(lossByContention)} of it contention`;
  return `${where}${why}; the curve explains ${percent(rSquared)} of the scatter of ${figure(levels)} levels`;
}
