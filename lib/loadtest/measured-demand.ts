import { certain, type Interval, scaleInterval } from '../core/interval';
import type { Demand } from '../model/operation';
import type { Calibration } from './calibration';
import { intervalOfPercentiles } from './interval-of-percentiles';
import { type LimitingRow, multiplesThatFill } from './limiting-row';
import { replacedDemand } from './replaced-demand';
import type { TestedDemand, TestedRow } from './tested-rows';

/** A demand of the definition, and its replacement on the tested tier. */
export interface MeasuredDemand {
  /** The demand of the definition. */
  readonly demand: Demand;
  /** The demand that the load test shows; undefined where the figures of the definition agree with the test. */
  readonly replacement: Demand | undefined;
}

/**
 * The demand that a load test shows. The tested throughput fills the resource that limits it (utilization law), so that the demands on it
 * follow from the throughput, if the test reached saturation. On other resources, demands are at most those that fill them. Where
 * a limit of latency or errors was crossed below the threshold of the limiting resource, the demand is that with which the
 * threshold is reached there.
 */
export function measuredDemand(tested: TestedDemand, row: TestedRow, limiting: LimitingRow, calibration: Calibration): MeasuredDemand {
  const { demand, perUnit } = tested;
  const filling = scaleInterval(multiplesThatFill(row, calibration.saturation), perUnit.mid);
  const possible = atMost(perUnit, filling.high);
  const measured = row === limiting.row ? ofLimit({ filling, possible }, tested, limiting, calibration) : possible;
  return { demand, replacement: isSame(measured, perUnit) ? undefined : replaced(tested, measured, row === limiting.row, calibration) };
}

function ofLimit(
  { filling, possible }: { readonly filling: Interval; readonly possible: Interval },
  { perUnit }: TestedDemand,
  { row, leastShare }: LimitingRow,
  calibration: Calibration,
): Interval {
  const used =
    calibration.saturation.kind === 'not-reached' ? possible : intervalOfPercentiles({ ...filling, low: filling.low * leastShare });
  const crossing = multiplesAtCrossing(row, calibration);
  return crossing === undefined ? used : largerOf(used, intervalOfPercentiles(scaleInterval(crossing, perUnit.mid)));
}

/** Demands as multiples of those of the definition, with which the resource reaches its threshold where a limit was first crossed. */
function multiplesAtCrossing({ free, loadAt }: TestedRow, { thresholds }: Calibration): Interval | undefined {
  const [first] = thresholds
    .filter(({ outcome }) => outcome === 'crossed')
    .sort((left, right) => (left.requestsPerSecond.mid ?? 0) - (right.requestsPerSecond.mid ?? 0));
  if (first === undefined) return undefined;
  const at = (point: 'low' | 'mid' | 'high') => {
    const [requestsPerSecond, concurrency] = [closed(first.requestsPerSecond)[point], closed(first.concurrency)[point]];
    return free / loadAt({ requestsPerSecond, concurrency });
  };
  return { low: at('high'), mid: at('mid'), high: at('low') };
}

function closed({ low, mid, high }: Calibration['peak']['requestsPerSecond']): Interval {
  const middle = mid ?? low;
  return { low, mid: middle, high: high ?? middle };
}

/** A figure of which only values up to a largest one are possible. Its mid is the median of these: half of the samples of a figure are below its mid. */
function atMost({ low, mid, high }: Interval, largest: number): Interval {
  if (largest >= high) return { low, mid, high };
  if (largest <= low) return certain(largest);
  const shareBelow = largest <= mid ? (0.5 * (largest - low)) / (mid - low) : 0.5 + (0.5 * (largest - mid)) / (high - mid);
  return { low, mid: low + (mid - low) * shareBelow, high: largest };
}

function largerOf(left: Interval, right: Interval): Interval {
  return { low: Math.max(left.low, right.low), mid: Math.max(left.mid, right.mid), high: Math.max(left.high, right.high) };
}

/** Share of a figure below which a difference is a rounding error. */
const ROUNDING = 1e-9;

function isSame(left: Interval, right: Interval): boolean {
  return (['low', 'mid', 'high'] as const).every((point) => Math.abs(left[point] - right[point]) <= ROUNDING * right[point]);
}

function replaced({ tested, demand, perUnit }: TestedDemand, measured: Interval, isLimit: boolean, calibration: Calibration): Demand {
  const isExpectedMeasured = isLimit || measured.high <= perUnit.mid;
  return replacedDemand(tested.operation, demand, measured, {
    tier: calibration.tier,
    // Where the expected value is possible, it is still that of the definition.
    evidence: isExpectedMeasured ? 'measured' : demand.evidence,
    source: isExpectedMeasured ? sourceOf(calibration) : `${demand.source}; at most by the ${sourceOf(calibration)}`,
  });
}

function sourceOf({ measuredOn, sources }: Calibration): string {
  return `load test of ${measuredOn}: ${sources.map(({ file }) => file).join(', ')}`;
}
