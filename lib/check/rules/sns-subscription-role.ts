import type { Rule } from '../rule';
import { isAbsent, stringAt } from '../values';

export const snsSubscriptionRole: Rule = {
  id: 'sns-subscription-role',
  severity: 'error',
  description: 'Subscription of a delivery stream has no role, which SNS requires',
  fix: 'Set SubscriptionRoleArn to a role that may write to the stream and that trusts sns.amazonaws.com',
  citation: 'https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html',
  *check(context) {
    for (const subscription of context.ofType('AWS::SNS::Subscription')) {
      if (stringAt(subscription.properties, 'Protocol') !== 'firehose' || !isAbsent(subscription.properties, 'SubscriptionRoleArn'))
        continue;
      yield { resource: subscription, path: 'Properties.SubscriptionRoleArn', expected: 'the ARN of a role' };
    }
  },
};
