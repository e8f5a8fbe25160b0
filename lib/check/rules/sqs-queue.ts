import { has, is, isByDefault } from '../property-condition';
import { absent, count, matching, noneOf, required, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';

const ALLOW = 'RedriveAllowPolicy';

export const sqsQueue: Rule = {
  id: 'sqs-queue',
  severity: 'error',
  description:
    'Queue has two kinds of encryption, the name of a FIFO queue and is none, an invalid number of receives, or sources without the permission byQueue',
  fix: 'Remove SqsManagedSseEnabled next to KmsMasterKeyId, set FifoQueue for a name with .fifo, maxReceiveCount to 1 to 1000, and sourceQueueArns exactly with byQueue',
  citation: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::SQS::Queue',
      when(has('KmsMasterKeyId'), noneOf('SqsManagedSseEnabled', 'true')),
      within('RedrivePolicy.maxReceiveCount', { least: 1, most: 1000 }),
      when(isByDefault('FifoQueue', 'false'), matching('QueueName', /^[^.]*$/, 'a name without a dot')),
      when(
        is(`${ALLOW}.redrivePermission`, 'byQueue'),
        required(`${ALLOW}.sourceQueueArns`),
        count(`${ALLOW}.sourceQueueArns`, { least: 1, most: 10 }),
      ),
      when(is(`${ALLOW}.redrivePermission`, 'allowAll', 'denyAll'), absent(`${ALLOW}.sourceQueueArns`)),
    ),
};
