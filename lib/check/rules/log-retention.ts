import type { Rule } from '../rule';
import { isAbsent } from '../values';

export const logRetention: Rule = {
  id: 'log-retention',
  severity: 'warning',
  description: 'Log group has no retention period',
  fix: 'Set RetentionInDays',
  citation: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
  *check(context) {
    for (const group of context.ofType('AWS::Logs::LogGroup')) {
      if (isAbsent(group.properties, 'RetentionInDays'))
        yield { resource: group, path: 'Properties.RetentionInDays', expected: 'a number of days, such as 30' };
    }
  },
};
