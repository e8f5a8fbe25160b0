import { is } from '../property-condition';
import { oneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const sqsFifoThroughput: Rule = {
  id: 'sqs-fifo-throughput',
  severity: 'error',
  description: 'Throughput limit of a FIFO queue is for each message group, and its deduplication for the whole queue',
  fix: 'Set DeduplicationScope to messageGroup',
  citation: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::SQS::Queue',
      when(is('FifoThroughputLimit', 'perMessageGroupId'), oneOf('DeduplicationScope', ['messageGroup'], 'queue')),
    ),
};
