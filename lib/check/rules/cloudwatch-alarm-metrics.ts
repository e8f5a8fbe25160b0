import type { Rule } from '../rule';
import { flagAt, isAbsent, itemsAt, UNKNOWN } from '../values';

export const cloudwatchAlarmMetrics: Rule = {
  id: 'cloudwatch-alarm-metrics',
  severity: 'error',
  description: 'Alarm on several metrics watches none or more than one of them',
  fix: 'Set ReturnData to true for one item of Metrics, and to false for the others',
  citation: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html',
  *check(context) {
    for (const resource of context.ofType('AWS::CloudWatch::Alarm')) {
      // An alarm on anomalies watches a metric and the band of its expected values.
      if (!isAbsent(resource.properties, 'ThresholdMetricId')) continue;
      const flags = itemsAt(resource.properties, 'Metrics').map((metric) => flagAt(metric, 'ReturnData') ?? true);
      const returned = flags.filter((flag) => flag === true).length;
      if (flags.length === 0 || flags.includes(UNKNOWN) || returned === 1) continue;
      yield { resource, path: 'Properties.Metrics', received: `${returned} items with ReturnData`, expected: 'one' };
    }
  },
};
