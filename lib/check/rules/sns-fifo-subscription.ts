import type { Rule } from '../rule';
import { flagAt, isKnownString, stringAt } from '../values';

export const snsFifoSubscription: Rule = {
  id: 'sns-fifo-subscription',
  severity: 'error',
  description: 'Standard topic delivers to a FIFO queue, or FIFO topic delivers to another endpoint than a queue, which SNS rejects',
  fix: 'Subscribe FIFO queues to FIFO topics, and queues only to FIFO topics',
  citation: 'https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html',
  *check(context) {
    for (const subscription of context.ofType('AWS::SNS::Subscription')) {
      const topic = context.targetOf('AWS::SNS::Topic', subscription.properties.TopicArn);
      const queue = context.targetOf('AWS::SQS::Queue', subscription.properties.Endpoint);
      const protocol = stringAt(subscription.properties, 'Protocol');
      if (topic === undefined || !isKnownString(protocol)) continue;
      const isFifo = flagAt(topic.properties, 'FifoTopic') ?? false;
      if (isFifo === true && protocol !== 'sqs')
        yield { resource: subscription, path: 'Properties.Protocol', received: `${protocol} of a FIFO topic`, expected: 'sqs' };
      if (isFifo === false && queue !== undefined && flagAt(queue.properties, 'FifoQueue') === true)
        yield {
          resource: subscription,
          path: 'Properties.Endpoint',
          received: `${queue.id}, a FIFO queue, for a standard topic`,
          expected: 'a standard queue',
        };
    }
  },
};
