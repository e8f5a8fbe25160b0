import type { Rule } from '../rule';
import { isAbsent } from '../values';

/** Destinations that CloudWatch Logs writes to with a role. */
const WITH_ROLE = ['AWS::Kinesis::Stream', 'AWS::KinesisFirehose::DeliveryStream'];

export const logsSubscriptionRole: Rule = {
  id: 'logs-subscription-role',
  severity: 'error',
  description: 'Subscription filter of a log group has no role for its stream',
  fix: 'Set RoleArn to a role that trusts logs.amazonaws.com and may write to the stream',
  citation: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html',
  *check(context) {
    for (const resource of context.ofType('AWS::Logs::SubscriptionFilter')) {
      const stream = context.target(resource.properties.DestinationArn);
      if (stream === undefined || !WITH_ROLE.includes(stream.type) || !isAbsent(resource.properties, 'RoleArn')) continue;
      yield { resource, path: 'Properties.RoleArn', expected: `a role that may write to ${stream.id}` };
    }
  },
};
