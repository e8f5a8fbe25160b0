import type { Interval } from '../core/interval';
import type { Calibration } from './calibration';
import type { TestedRow } from './tested-rows';

/** The resource that limited a load test. */
export interface LimitingRow {
  /** The resource that is full first when the tested load grows, by the mids of the definition. */
  readonly row: TestedRow;
  /**
   * Least demand on it as a share of the measured one, at most 1. Below 1 where another resource may have been full instead, and that
   * resource may be used more: the tier then handles more of the tested throughput.
   */
  readonly leastShare: number;
}

/** The resource that limited a load test; undefined where the test used none whose supply is known. */
export function limitingRow(rows: readonly TestedRow[], { saturation }: Calibration): LimitingRow | undefined {
  const [first, ...others] = rows;
  if (first === undefined) return undefined;
  const needed = (row: TestedRow) => multiplesThatFill(row, saturation);
  const row = others.reduce((most, one) => (needed(one).mid < needed(most).mid ? one : most), first);
  const usable = ({ free, full }: TestedRow) => free / full;
  const mayBeFull = rows.filter((one) => one === row || largestMultiple(one, saturation) >= needed(one).low);
  return { row, leastShare: usable(row) / Math.max(...mayBeFull.map(usable)) };
}

/** Demands as multiples of those of the definition, with which the largest tested throughput fills a resource. */
export function multiplesThatFill({ full, loadAt }: TestedRow, saturation: Calibration['saturation']): Interval {
  const at = (point: 'low' | 'mid' | 'high') =>
    full / loadAt({ requestsPerSecond: saturation.requestsPerSecond[point], concurrency: saturation.concurrency[point] });
  return { low: at('high'), mid: at('mid'), high: at('low') };
}

/** The largest demands of the definition as a multiple of the expected ones. */
function largestMultiple({ loadAt }: TestedRow, saturation: Calibration['saturation']): number {
  const throughput = { requestsPerSecond: saturation.requestsPerSecond.mid, concurrency: saturation.concurrency.mid };
  return loadAt(throughput, 'high') / loadAt(throughput);
}
