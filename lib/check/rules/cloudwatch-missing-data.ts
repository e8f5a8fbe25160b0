import { oneOf, violationsOf } from '../requirements';
import type { Rule } from '../rule';

export const cloudwatchMissingData: Rule = {
  id: 'cloudwatch-missing-data',
  severity: 'error',
  description: 'Alarm treats missing data in a way that CloudWatch does not know',
  fix: 'Set TreatMissingData to breaching, notBreaching, ignore or missing',
  citation: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
  check: (context) =>
    violationsOf(context, 'AWS::CloudWatch::Alarm', oneOf('TreatMissingData', ['breaching', 'notBreaching', 'ignore', 'missing'])),
};
