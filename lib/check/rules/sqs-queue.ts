import { has } from '../property-condition';
import { noneOf, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';

export const sqsQueue: Rule = {
  id: 'sqs-queue',
  severity: 'error',
  description: 'Queue has two kinds of encryption, or moves messages after an invalid number of receives',
  fix: 'Remove SqsManagedSseEnabled next to KmsMasterKeyId, and set maxReceiveCount to 1 to 1000',
  citation: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::SQS::Queue',
      when(has('KmsMasterKeyId'), noneOf('SqsManagedSseEnabled', 'true')),
      within('RedrivePolicy.maxReceiveCount', { least: 1, most: 1000 }),
    ),
};
