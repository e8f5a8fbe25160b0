import { z } from 'zod';
import { InputError } from '../core/problems';
import { baseName } from '../loadtest/written-figures';
import { parseInput } from '../model/parse';
import { Timestamp } from './cloudwatch-data';
import type { MetricsReader } from './metrics-reader';
import { REQUESTS } from './series-names';
import { periodOf } from './times';

const Datapoint = z.object({ Timestamp, Average: z.number().optional(), Sum: z.number().optional() });
/** GetMetricStatistics gives at most 1,440 data points (API reference of CloudWatch); files of several requests may be joined. */
const Statistics = z.object({ Datapoints: z.array(Datapoint).max(100_000) });

/**
 * The answer of `aws cloudwatch get-metric-statistics`, which is of one metric: the file has the name of the measure, such as
 * `api_processor_percent.json`. Requests need the statistic Sum, all others Average. The period is the least time between two points.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Datapoint.html.
 */
export const cloudwatchStatistics: MetricsReader = {
  format: 'cloudwatch-metric-statistics',
  sign: 'Datapoints',
  recognizes: ({ Datapoints }) => Array.isArray(Datapoints),
  read: (file, document, subject) => {
    const name = nameOf(file);
    const points = [...parseInput(Statistics, document, subject).Datapoints].sort((left, right) => left.Timestamp - right.Timestamp);
    const statistic = name === REQUESTS ? 'Sum' : 'Average';
    const missing = points.findIndex((point) => point[statistic] === undefined);
    if (missing >= 0)
      throw new InputError(subject, [{ path: `Datapoints.${missing}.${statistic}`, expected: `the statistic ${statistic} of ${name}` }]);
    const seconds = statistic === 'Sum' ? periodOf(points.map(({ Timestamp }) => Timestamp)) : 1;
    return [{ name, file, values: new Map(points.map((point) => [point.Timestamp, (point[statistic] as number) / seconds])) }];
  },
};

/** The name of a file without folders and extensions. */
function nameOf(file: string): string {
  const [name = ''] = baseName(file).split('.', 1);
  return name;
}
