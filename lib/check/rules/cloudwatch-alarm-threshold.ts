import { all, has, is, isOther, lacks } from '../property-condition';
import { anyOf, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

/** Operators of alarms on anomalies. */
const ANOMALIES = ['LessThanLowerOrGreaterThanUpperThreshold', 'LessThanLowerThreshold', 'GreaterThanUpperThreshold'];

export const cloudwatchAlarmThreshold: Rule = {
  id: 'cloudwatch-alarm-threshold',
  severity: 'error',
  description: 'Alarm has no threshold, or no statistic or period for its metric',
  fix: 'Set Threshold, or ThresholdMetricId for anomalies, and Period and one of Statistic and ExtendedStatistic next to MetricName',
  citation: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::CloudWatch::Alarm',
      when(has('MetricName'), required('Period'), anyOf('Statistic', 'ExtendedStatistic')),
      when(
        all(isOther('ComparisonOperator', ...ANOMALIES), lacks('ThresholdMetricId'), lacks('EvaluationCriteria')),
        required('Threshold'),
      ),
      when(is('ComparisonOperator', ...ANOMALIES), required('ThresholdMetricId')),
    ),
};
