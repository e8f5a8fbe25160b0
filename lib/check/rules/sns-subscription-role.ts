import { is } from '../property-condition';
import { required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const snsSubscriptionRole: Rule = {
  id: 'sns-subscription-role',
  severity: 'error',
  description: 'Subscription of a delivery stream has no role, which SNS requires',
  fix: 'Set SubscriptionRoleArn to a role that may write to the stream and that trusts sns.amazonaws.com',
  citation: 'https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html',
  check: (context) =>
    violationsOf(context, 'AWS::SNS::Subscription', when(is('Protocol', 'firehose'), required('SubscriptionRoleArn', 'the ARN of a role'))),
};
