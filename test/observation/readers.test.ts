import { describe, expect, it } from 'vitest';
import { InputError, type Problem } from '../../lib/core/problems';
import { readMetrics } from '../../lib/observation/read-metrics';

async function seriesOf(name: string, document: unknown): Promise<Record<string, [number, number][]>> {
  const [run] = await readMetrics([{ name, content: [JSON.stringify(document)] }]);
  return Object.fromEntries((run?.series ?? []).map((series) => [series.name, [...series.values]]));
}

async function problemsOf(name: string, document: unknown): Promise<readonly Problem[]> {
  try {
    await seriesOf(name, document);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  throw new Error('expected an InputError');
}

/** 2015-07-01T20:10:30Z, without the milliseconds of the example in https://prometheus.io/docs/prometheus/latest/querying/api/#range-queries. */
const START = 1_435_781_430;

describe('metrics', () => {
  it('of a range query are named by the label series, or else by the metric, without values that are not numbers', async () => {
    const result = [
      {
        metric: { series: 'requests' },
        values: [
          [START, '12.5'],
          [START + 15, 'NaN'],
          [START + 30, '+Inf'],
        ],
      },
      { metric: { __name__: 'api_processor' }, values: [[START, '0.5']] },
    ];
    expect(await seriesOf('metrics.json', { status: 'success', data: { resultType: 'matrix', result } })).toEqual({
      requests: [[START, 12.5]],
      api_processor: [[START, 0.5]],
    });
  });

  it('of an error of Prometheus are none, and the error is stated', async () => {
    // https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview
    const error = { status: 'error', errorType: 'bad_data', error: 'invalid parameter "step"' };
    expect((await problemsOf('metrics.json', error)).map(({ reason }) => reason)).toEqual([
      'Prometheus answered with the error bad_data: "invalid parameter \\"step\\""',
    ]);
  });

  it('of get-metric-data are named by the id; pages of the AWS CLI are several results of an id', async () => {
    // The form of the example output in the AWS CLI reference of get-metric-data.
    const page = (time: string, value: number, status: string) => ({
      Id: 'api_processor_percent',
      Label: 'CPUUtilization',
      Timestamps: [time],
      Values: [value],
      StatusCode: status,
    });
    const document = {
      MetricDataResults: [page('2015-07-01T20:10:30+00:00', 40, 'PartialData'), page('2015-07-01T22:15:30+02:00', 60, 'Complete')],
      Messages: [],
    };
    const [run] = await readMetrics([{ name: 'metrics.json', content: [JSON.stringify(document)] }]);
    expect(run?.series.map(({ values }) => [...values])).toEqual([[[START, 40]], [[START + 300, 60]]]);
    const broken = { MetricDataResults: [{ ...page('2015-07-01T20:10:30Z', 40, 'InternalError'), Values: [] }] };
    expect((await problemsOf('metrics.json', broken)).map(({ path }) => path)).toEqual([
      'metrics metrics.json: MetricDataResults.0.Values',
      'metrics metrics.json: MetricDataResults.0.StatusCode',
    ]);
  });

  it('of get-metric-statistics are named by the file; requests are the sum over the period, in any order', async () => {
    // The form of the example output in the AWS CLI reference of get-metric-statistics.
    const Datapoints = [
      { Timestamp: '2015-07-01T20:20:30Z', Sum: 600, Average: 1, Unit: 'Count' },
      { Timestamp: '2015-07-01T20:10:30Z', Sum: 300, Average: 1, Unit: 'Count' },
      { Timestamp: '2015-07-01T20:15:30Z', Sum: 900, Average: 1, Unit: 'Count' },
    ];
    const requests = {
      requests: [
        [START, 1],
        [START + 300, 3],
        [START + 600, 2],
      ],
    };
    expect(await seriesOf('exports/requests.json', { Label: 'RequestCount', Datapoints })).toEqual(requests);
    const mean = [{ Timestamp: '2015-07-01T20:10:30Z', Average: 99.5, Unit: 'Percent' }];
    expect(await seriesOf('api_processor_percent.json.gz', { Label: 'CPUUtilization', Datapoints: mean })).toEqual({
      api_processor_percent: [[START, 99.5]],
    });
    expect((await problemsOf('requests.json', { Label: 'RequestCount', Datapoints: mean }))[0]).toMatchObject({
      path: 'metrics requests.json: Datapoints.0.Sum',
    });
  });

  it('of other kinds are refused, with the problems of all files', async () => {
    const files = ['{}', '[1]', '{"Datapoints": [{}]}', '{'].map((text, index) => ({ name: `${index}.json`, content: [text] }));
    await expect(readMetrics(files)).rejects.toThrow(
      /0\.json: file: JSON of an unknown kind.*\n.*1\.json: file: JSON of an unknown kind.*\n.*2\.json: Datapoints\.0\.Timestamp.*\n.*3\.json: line 1/,
    );
  });

  it('as a table of the console of CloudWatch or of Grafana are refused, with the formats that are read', async () => {
    for (const table of ['Label,CPUUtilization\nId,m1\n2026/02/01 12:00:00,12.5\n', '"Time","requests"\n2026-02-01 12:00:00,12.5\n'])
      await expect(readMetrics([{ name: 'export.csv', content: [table] }])).rejects.toThrow(
        /export\.csv: file: invalid value .*; expected a Prometheus range query, or the output of aws cloudwatch .*, as JSON/,
      );
  });
});
