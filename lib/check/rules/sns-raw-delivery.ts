import type { Rule } from '../rule';
import { isFlag, isKnownString, stringAt } from '../values';

/** Protocols that receive raw messages. */
const RAW = ['sqs', 'http', 'https', 'firehose'];

export const snsRawDelivery: Rule = {
  id: 'sns-raw-delivery',
  severity: 'error',
  description: 'Subscription delivers raw messages to an endpoint that SNS does not deliver them to',
  fix: 'Remove RawMessageDelivery, which is for queues, HTTP endpoints and delivery streams',
  citation: 'https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html',
  *check(context) {
    for (const subscription of context.ofType('AWS::SNS::Subscription')) {
      const protocol = stringAt(subscription.properties, 'Protocol');
      if (!isFlag(true, subscription.properties, 'RawMessageDelivery') || !isKnownString(protocol) || RAW.includes(protocol)) continue;
      yield {
        resource: subscription,
        path: 'Properties.RawMessageDelivery',
        received: `true for ${protocol}`,
        expected: `false, or ${RAW.join(', ')}`,
      };
    }
  },
};
