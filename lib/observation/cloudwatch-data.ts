import { z } from 'zod';
import { InputError, shown } from '../core/problems';
import { MS_PER_SECOND } from '../core/time';
import { parseInput } from '../model/parse';
import type { MetricsReader } from './metrics-reader';

/** Most values of one request (GetMetricData, API reference of CloudWatch). Several pages may be joined. */
const MAX_VALUES = 1_008_000;

/** Status of a result without values. `PartialData` is a page: the AWS CLI joins the pages of an answer, so that an id has several results. */
const FAILED = ['InternalError', 'Forbidden'];

/** A time as the AWS CLI prints it: ISO 8601, or seconds since 1970 with `cli_timestamp_format = wire`. */
export const Timestamp = z
  .union([z.number(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text) / MS_PER_SECOND)])
  .describe('time in ISO 8601');

const Result = z.object({
  Id: z.string(),
  Timestamps: z.array(Timestamp).max(MAX_VALUES),
  Values: z.array(z.number()).max(MAX_VALUES),
  StatusCode: z.string().optional(),
});
const Data = z.object({ MetricDataResults: z.array(Result) });

/**
 * The answer of `aws cloudwatch get-metric-data`. A series is named by its id in the query.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataResult.html.
 */
export const cloudwatchData: MetricsReader = {
  format: 'cloudwatch-metric-data',
  sign: 'MetricDataResults',
  recognizes: ({ MetricDataResults }) => Array.isArray(MetricDataResults),
  read: (file, document, subject) => {
    const { MetricDataResults: results } = parseInput(Data, document, subject);
    const problems = results.flatMap(({ Timestamps, Values, StatusCode }, index) => [
      ...(Timestamps.length === Values.length
        ? []
        : [
            {
              path: `MetricDataResults.${index}.Values`,
              reason: `${Values.length} values`,
              expected: `${Timestamps.length}, as many as times`,
            },
          ]),
      ...(FAILED.includes(StatusCode ?? '')
        ? [{ path: `MetricDataResults.${index}.StatusCode`, received: shown(StatusCode), expected: 'Complete or PartialData' }]
        : []),
    ]);
    if (problems.length > 0) throw new InputError(subject, problems);
    return results.map(({ Id, Timestamps, Values }) => ({
      name: Id,
      file,
      values: new Map(Timestamps.map((time, index) => [time, Values[index] as number])),
    }));
  },
};
