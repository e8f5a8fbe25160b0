import { isPrometheusAnswer, matrixOf } from '../loadtest/prometheus-matrix';
import type { MetricsReader } from './metrics-reader';

const EXPECTED =
  'a range query (/api/v1/query_range) whose series have the label series, such as label_replace(…, "series", "requests", "", "")';

/** The answer of Prometheus to a range query. A series is named by its label `series`, or else by its metric, as those of recording rules are. */
export const prometheusSeries: MetricsReader = {
  format: 'prometheus-range',
  sign: 'data.resultType',
  recognizes: isPrometheusAnswer,
  read: (file, document, subject) =>
    matrixOf(document, subject, EXPECTED).map(({ metric, values }) => ({ name: metric.series ?? metric.__name__ ?? '', file, values })),
};
