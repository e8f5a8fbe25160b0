import { counted, percent } from '../core/number-format';
import type { UslFit } from '../loadtest/fit-usl';
import { figure } from './capacity-amounts';

const BOTTLENECKS = {
  contention: 'serialized work (contention)',
  crosstalk: 'coordination between concurrent work (crosstalk)',
} as const;

/** Contention and crosstalk cause all of the loss. */
function shareOf(bottleneck: keyof typeof BOTTLENECKS, lossByContention: number): number {
  return bottleneck === 'contention' ? lossByContention : 1 - lossByContention;
}

/** The ceiling of throughput; without one, the peak and the cause of the loss beyond it. */
export function uslText(fit: UslFit): string {
  return fit.saturation.kind === 'ceiling' ? ceilingText(fit) : curveText(fit);
}

function ceilingText({ saturation: { requestsPerSecond, concurrency }, levels }: UslFit): string {
  return `throughput has a ceiling of ${figure(requestsPerSecond.mid)} requests/s from a concurrency of ${figure(concurrency.mid)} on, such as that of a pool, a rate limit or a full processor; contention and crosstalk explain the ${counted(levels, 'level')} less well`;
}

function curveText({
  peak: { concurrency, requestsPerSecond, bottleneck, lossByContention, isExtrapolated },
  rSquared,
  levels,
}: UslFit): string {
  const rate = requestsPerSecond.mid === null ? '' : ` with ${figure(requestsPerSecond.mid)} requests/s`;
  const where =
    concurrency.mid === null
      ? `throughput has no peak in the tested range${requestsPerSecond.mid === null ? '' : `, and approaches ${figure(requestsPerSecond.mid)} requests/s`}`
      : `throughput peaks at a concurrency of ${figure(concurrency.mid)}${rate}${isExtrapolated ? ', beyond the tested range' : ''}`;
  const why =
    bottleneck === 'none' ? '' : `; ${percent(shareOf(bottleneck, lossByContention))} of the loss comes from ${BOTTLENECKS[bottleneck]}`;
  return `${where}${why}; the curve explains ${percent(rSquared)} of the variance of throughput at ${counted(levels, 'level')}`;
}
