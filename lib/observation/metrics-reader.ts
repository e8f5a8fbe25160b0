import type { JsonObject } from '../loadtest/reader';
import type { MetricsFormat, ObservedSeries } from './observed-series';

/** Reads one kind of exported metrics. */
export interface MetricsReader {
  /** Format that it reads. */
  readonly format: MetricsFormat;
  /** Keys that identify the format, for error messages. */
  readonly sign: string;
  /** Whether a document has this format. */
  recognizes(document: JsonObject): boolean;
  /** Throws an InputError about the subject, such as `metrics api.json`, with all problems. */
  read(file: string, document: JsonObject, subject: string): readonly ObservedSeries[];
}
