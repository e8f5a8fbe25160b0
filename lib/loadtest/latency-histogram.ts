/** Relative width of a bin. The error of a percentile is at most half of it. */
const BIN_WIDTH = 0.01;
const LOG_WIDTH = Math.log(1 + BIN_WIDTH);

/** Latencies below it share one bin, because no network responds faster than a microsecond. */
const LEAST_MS = 0.001;

/** Counts of latencies in bins of 1%, so that millions of requests need a few hundred numbers. */
export type LatencyHistogram = Map<number, number>;

/** Counts one latency in its bin. */
export function addLatency(histogram: LatencyHistogram, milliseconds: number): void {
  const bin = Math.round(Math.log(Math.max(milliseconds, LEAST_MS)) / LOG_WIDTH);
  histogram.set(bin, (histogram.get(bin) ?? 0) + 1);
}

/** A percentile of all latencies in the histograms; undefined without latencies. */
export function latencyPercentile(histograms: readonly LatencyHistogram[], share: number): number | undefined {
  const counts: LatencyHistogram = new Map();
  for (const [bin, count] of histograms.flatMap((histogram) => [...histogram])) counts.set(bin, (counts.get(bin) ?? 0) + count);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [bin, count] of [...counts].sort(([a], [b]) => a - b)) {
    seen += count;
    if (seen >= share * total) return Math.exp(bin * LOG_WIDTH);
  }
  return undefined;
}
