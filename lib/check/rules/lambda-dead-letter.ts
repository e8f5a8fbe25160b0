import type { Rule } from '../rule';
import { isFlag, rawAt } from '../values';

export const lambdaDeadLetter: Rule = {
  id: 'lambda-dead-letter',
  severity: 'error',
  description: 'Dead-letter queue of a function is a FIFO queue, which Lambda does not support',
  fix: 'Use a standard queue',
  citation: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
  *check(context) {
    for (const resource of context.ofType('AWS::Lambda::Function')) {
      const queue = context.targetOf('AWS::SQS::Queue', rawAt(resource.properties, 'DeadLetterConfig', 'TargetArn'));
      if (!isFlag(true, queue?.properties, 'FifoQueue')) continue;
      yield {
        resource,
        path: 'Properties.DeadLetterConfig.TargetArn',
        received: `${queue?.id}, a FIFO queue`,
        expected: 'a standard queue',
      };
    }
  },
};
