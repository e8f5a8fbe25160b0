import { isOther } from '../property-condition';
import { noneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

/** Protocols that receive raw messages. */
const RAW = ['sqs', 'http', 'https', 'firehose'];

export const snsRawDelivery: Rule = {
  id: 'sns-raw-delivery',
  severity: 'error',
  description: 'Subscription delivers raw messages to an endpoint that SNS does not deliver them to',
  fix: 'Remove RawMessageDelivery, which is for queues, HTTP endpoints and delivery streams',
  citation: 'https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html',
  check: (context) =>
    violationsOf(context, 'AWS::SNS::Subscription', when(isOther('Protocol', ...RAW), noneOf('RawMessageDelivery', 'true'))),
};
