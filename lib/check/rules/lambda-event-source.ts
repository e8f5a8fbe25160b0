import type { Rule } from '../rule';
import { flagAt, isAbsent, isKnownNumber, numberAt } from '../values';
import { KAFKA, MSK, sourceOf } from './lambda-source-setting';

/** Messages of a batch of a queue without a batching window, at most. */
const MOST_WITHOUT_WINDOW = 10;

const KAFKAS: readonly (string | undefined)[] = [MSK, KAFKA];
const REQUIRED_BY_KAFKA = ['StartingPosition', 'Topics'];

export const lambdaEventSource: Rule = {
  id: 'lambda-event-source',
  severity: 'error',
  description:
    'Event source mapping has no starting position for a stream, no topic for Kafka, or a batch or batching window that its queue does not support',
  fix: 'Set StartingPosition for streams and Kafka, Topics for Kafka, and BatchSize above 10 only with MaximumBatchingWindowInSeconds, which FIFO queues do not support',
  citation: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
  unsettled:
    'The page does not state what Kafka requires. The guide does: https://docs.aws.amazon.com/lambda/latest/dg/msk-esm-parameters.html',
  *check(context) {
    for (const mapping of context.ofType('AWS::Lambda::EventSourceMapping')) {
      if (KAFKAS.includes(sourceOf(mapping, context)))
        for (const name of REQUIRED_BY_KAFKA)
          if (isAbsent(mapping.properties, name)) yield { resource: mapping, path: `Properties.${name}`, expected: 'a value for Kafka' };
      const source = context.target(mapping.properties.EventSourceArn);
      if (source === undefined) continue;
      if (source.type === 'AWS::Kinesis::Stream' || source.type === 'AWS::DynamoDB::Table') {
        if (isAbsent(mapping.properties, 'StartingPosition'))
          yield { resource: mapping, path: 'Properties.StartingPosition', expected: 'LATEST or TRIM_HORIZON' };
        if (source.type === 'AWS::DynamoDB::Table' && isAbsent(source.properties, 'StreamSpecification'))
          yield { resource: source, path: 'Properties.StreamSpecification', expected: `a stream, because ${mapping.id} reads it` };
      }
      if (source.type !== 'AWS::SQS::Queue') continue;
      const [messages, seconds] = ['BatchSize', 'MaximumBatchingWindowInSeconds'].map((name) => numberAt(mapping.properties, name));
      const isFifo = flagAt(source.properties, 'FifoQueue') ?? false;
      const path = 'Properties.MaximumBatchingWindowInSeconds';
      if (isFifo === true && isKnownNumber(seconds) && seconds > 0)
        yield { resource: mapping, path, received: `${seconds} for a FIFO queue`, expected: 'absent' };
      else if (isFifo === false && isKnownNumber(messages) && messages > MOST_WITHOUT_WINDOW && (seconds ?? 0) === 0)
        yield { resource: mapping, path, received: `0 for a batch of ${messages} messages`, expected: 'at least 1' };
    }
  },
};
