import type { Rule } from '../rule';
import { isKnownNumber, numberAt } from '../values';

/** Defaults of Lambda and SQS, in seconds. */
const DEFAULT_TIMEOUT = 3;
const DEFAULT_VISIBILITY = 30;

export const sqsVisibility: Rule = {
  id: 'sqs-visibility',
  severity: 'error',
  description: 'Function reads a queue whose visibility timeout is shorter than the timeout of the function',
  fix: 'Set VisibilityTimeout of the queue to at least six times the timeout of the function',
  citation: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
  unsettled:
    'The page recommends six times the timeout. That Lambda rejects less than the timeout itself is known from its error, "Queue visibility timeout: 30 seconds is less than Function timeout: 60 seconds"',
  *check(context) {
    for (const mapping of context.ofType('AWS::Lambda::EventSourceMapping')) {
      const queue = context.targetOf('AWS::SQS::Queue', mapping.properties.EventSourceArn);
      const reader = context.targetOf('AWS::Lambda::Function', mapping.properties.FunctionName);
      if (queue === undefined || reader === undefined) continue;
      const [timeout, visibility] = [
        numberAt(reader.properties, 'Timeout') ?? DEFAULT_TIMEOUT,
        numberAt(queue.properties, 'VisibilityTimeout') ?? DEFAULT_VISIBILITY,
      ];
      if (!isKnownNumber(timeout) || !isKnownNumber(visibility) || visibility >= timeout) continue;
      yield {
        resource: queue,
        path: 'Properties.VisibilityTimeout',
        received: String(visibility),
        expected: `at least ${timeout}, the timeout of ${reader.id}`,
      };
    }
  },
};
