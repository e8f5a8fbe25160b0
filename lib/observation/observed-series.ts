/** A metric of a production system over time. */
export interface ObservedSeries {
  /** Name of its measure: `requests`, `api_processor`. */
  readonly name: string;
  /** Name of its file. */
  readonly file: string;
  /** Values by time in seconds since 1970. Times without a number are absent. */
  readonly values: ReadonlyMap<number, number>;
}

/** Formats of exported metrics that can be read. */
export const METRICS_FORMATS = ['prometheus-range', 'cloudwatch-metric-data', 'cloudwatch-metric-statistics'] as const;
/** Format of exported metrics. */
export type MetricsFormat = (typeof METRICS_FORMATS)[number];

/** The series of one file. */
export interface MetricsRun {
  /** Name of the file. */
  readonly file: string;
  /** Format of the file. */
  readonly format: MetricsFormat;
  /** Its series, in the order of the file. */
  readonly series: readonly ObservedSeries[];
}
