import type { Rule } from '../rule';
import { isFlag, rawAt } from '../values';

/** Properties that name where a function sends its failed, or successful, events. */
const DESTINATIONS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Lambda::Function': ['DeadLetterConfig.TargetArn'],
  'AWS::Lambda::EventInvokeConfig': ['DestinationConfig.OnFailure.Destination', 'DestinationConfig.OnSuccess.Destination'],
};
/** Properties that make a queue or topic FIFO. */
const FIFO: Readonly<Record<string, string | undefined>> = { 'AWS::SQS::Queue': 'FifoQueue', 'AWS::SNS::Topic': 'FifoTopic' };

export const lambdaDeadLetter: Rule = {
  id: 'lambda-dead-letter',
  severity: 'error',
  description: 'Dead-letter queue or destination of a function is a FIFO queue or topic, which Lambda does not support',
  fix: 'Use a standard queue or topic',
  citation: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
  *check(context) {
    for (const [type, paths] of Object.entries(DESTINATIONS)) {
      for (const resource of context.ofType(type)) {
        for (const path of paths) {
          const target = context.target(rawAt(resource.properties, ...path.split('.')));
          const property = target === undefined ? undefined : FIFO[target.type];
          if (target === undefined || property === undefined || !isFlag(true, target.properties, property)) continue;
          yield { resource, path: `Properties.${path}`, received: `${target.id}, which is FIFO`, expected: 'a standard queue or topic' };
        }
      }
    }
  },
};
