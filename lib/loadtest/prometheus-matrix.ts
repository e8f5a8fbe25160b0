import { z } from 'zod';
import { InputError, shown } from '../core/problems';
import { parseInput } from '../model/parse';
import { isJsonObject, type JsonObject } from './reader';

/** Most samples of a series. Prometheus gives at most 11,000 (web/api/v1, query_range). */
const MAX_SAMPLES = 11_000;

/** A series; its values by time, without those that are no numbers. */
const MatrixSeries = z.object({
  metric: z.record(z.string(), z.string()),
  values: z
    .array(z.tuple([z.number(), z.string()]))
    .max(MAX_SAMPLES)
    .transform(
      (values) => new Map(values.map(([time, text]) => [time, Number(text)] as const).filter(([, value]) => Number.isFinite(value))),
    ),
});
/** A series of the answer to a range query. */
export type MatrixSeries = z.infer<typeof MatrixSeries>;

const Matrix = z.object({ data: z.object({ result: z.array(MatrixSeries) }) });

/** Whether a document is an answer of Prometheus: a result, or an error, which usually has no data. */
export function isPrometheusAnswer({ status, data, errorType }: JsonObject): boolean {
  const hasResult = isJsonObject(data) && 'resultType' in data;
  return typeof status === 'string' && (hasResult || (status === 'error' && typeof errorType === 'string'));
}

/**
 * The error that Prometheus answers with, as in `{"status": "error", "errorType": "bad_data", "error": "invalid parameter \"query\": …"}`.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview.
 */
function errorText({ errorType, error }: JsonObject): string {
  const kind = typeof errorType === 'string' ? ` ${errorType}` : '';
  return `Prometheus answered with the error${kind}${typeof error === 'string' ? `: ${shown(error)}` : ''}`;
}

/**
 * The series of the answer of Prometheus to a range query. Throws an InputError about the subject for other answers.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/api/#range-queries.
 */
export function matrixOf(document: JsonObject, subject: string, expected: string): readonly MatrixSeries[] {
  const { status, data } = document;
  const refuse = (reason: string): never => {
    throw new InputError(subject, [{ path: 'file', reason, expected }]);
  };
  if (status === 'error') return refuse(errorText(document));
  if (status !== 'success') return refuse(`an answer of Prometheus with status ${String(status)}`);
  const type = isJsonObject(data) ? data.resultType : undefined;
  if (type !== 'matrix') return refuse(`an answer of Prometheus of type ${String(type)}`);
  return parseInput(Matrix, document, subject).data.result;
}
