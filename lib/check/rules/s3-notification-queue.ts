import type { Rule } from '../rule';
import { isFlag, itemsAt, rawAt } from '../values';

const QUEUES = ['NotificationConfiguration', 'QueueConfigurations'] as const;

export const s3NotificationQueue: Rule = {
  id: 's3-notification-queue',
  severity: 'error',
  description: 'Bucket sends its notifications to a FIFO queue, which S3 does not support',
  fix: 'Use a standard queue, or send the events to EventBridge, which delivers to a FIFO queue',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-queueconfiguration.html',
  *check(context) {
    for (const bucket of context.ofType('AWS::S3::Bucket')) {
      for (const [index, item] of itemsAt(bucket.properties, ...QUEUES).entries()) {
        const queue = context.targetOf('AWS::SQS::Queue', rawAt(item, 'Queue'));
        if (queue === undefined || !isFlag(true, queue.properties, 'FifoQueue')) continue;
        const path = `Properties.${QUEUES.join('.')}[${index}].Queue`;
        yield { resource: bucket, path, received: `${queue.id}, which is FIFO`, expected: 'a standard queue' };
      }
    }
  },
};
