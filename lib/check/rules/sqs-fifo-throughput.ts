import type { Rule } from '../rule';
import { stringAt, UNKNOWN } from '../values';

export const sqsFifoThroughput: Rule = {
  id: 'sqs-fifo-throughput',
  severity: 'error',
  description: 'Throughput limit of a FIFO queue is for each message group, and its deduplication for the whole queue',
  fix: 'Set DeduplicationScope to messageGroup',
  citation: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html',
  *check(context) {
    for (const queue of context.ofType('AWS::SQS::Queue')) {
      const scope = stringAt(queue.properties, 'DeduplicationScope');
      if (stringAt(queue.properties, 'FifoThroughputLimit') !== 'perMessageGroupId' || scope === UNKNOWN || scope === 'messageGroup')
        continue;
      yield {
        resource: queue,
        path: 'Properties.DeduplicationScope',
        ...(scope !== undefined && { received: scope }),
        expected: 'messageGroup with FifoThroughputLimit perMessageGroupId',
      };
    }
  },
};
