import { has } from '../property-condition';
import { noneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const JSON_FORMAT = noneOf('LoggingConfig.LogFormat', 'Text');

export const lambdaLogFormat: Rule = {
  id: 'lambda-log-format',
  severity: 'error',
  description: 'Function filters its logs by level, and writes them as text',
  fix: 'Set LogFormat to JSON',
  citation: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html',
  unsettled: 'The default format is text, except for Lambda Managed Instances, which are left out',
  check: (context) =>
    violationsOf(
      context,
      'AWS::Lambda::Function',
      when(has('LoggingConfig.ApplicationLogLevel'), JSON_FORMAT),
      when(has('LoggingConfig.SystemLogLevel'), JSON_FORMAT),
    ),
};
