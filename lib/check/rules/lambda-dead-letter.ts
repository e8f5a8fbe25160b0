import { eventDestinations } from '../event-destinations';
import type { Rule } from '../rule';
import { isFlag } from '../values';

/** Properties that make a queue or topic FIFO. */
const FIFO: Readonly<Record<string, string | undefined>> = { 'AWS::SQS::Queue': 'FifoQueue', 'AWS::SNS::Topic': 'FifoTopic' };

export const lambdaDeadLetter: Rule = {
  id: 'lambda-dead-letter',
  severity: 'error',
  description: 'Dead-letter queue or destination of a function is a FIFO queue or topic, which Lambda does not support',
  fix: 'Use a standard queue or topic',
  citation: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
  *check(context) {
    for (const { resource, path, target } of eventDestinations(context)) {
      const property = FIFO[target.type];
      if (property !== undefined && isFlag(true, target.properties, property))
        yield { resource, path: `Properties.${path}`, received: `${target.id}, which is FIFO`, expected: 'a standard queue or topic' };
    }
  },
};
