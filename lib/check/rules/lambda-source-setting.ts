import type { TemplateResource } from '../../cloudformation/template-resource';
import type { CheckContext } from '../check-context';
import { isPresent, receivedAt } from '../property';
import { is } from '../property-condition';
import { required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';
import { isAbsent, isKnownString, stringAt } from '../values';

const MAPPING = 'AWS::Lambda::EventSourceMapping';
/** Names of the sources of mappings. */
export const [SQS, KINESIS, DYNAMODB, MSK, KAFKA] = [
  'Amazon SQS',
  'Kinesis',
  'DynamoDB Streams',
  'Amazon MSK',
  'self-managed Apache Kafka',
];
const SOURCE_OF_TYPE: Readonly<Record<string, string | undefined>> = {
  'AWS::SQS::Queue': SQS,
  'AWS::Kinesis::Stream': KINESIS,
  'AWS::DynamoDB::Table': DYNAMODB,
  'AWS::DynamoDB::GlobalTable': DYNAMODB,
  'AWS::MSK::Cluster': MSK,
};
const SOURCE_OF_ARN: Readonly<Record<string, string | undefined>> = { sqs: SQS, kinesis: KINESIS, dynamodb: DYNAMODB, kafka: MSK };
/** Sources that a setting is for. Source: the page of the citation. */
const SETTINGS = {
  BisectBatchOnFunctionError: [KINESIS, DYNAMODB, MSK, KAFKA],
  MaximumRecordAgeInSeconds: [KINESIS, DYNAMODB, MSK, KAFKA],
  MaximumRetryAttempts: [KINESIS, DYNAMODB, MSK, KAFKA],
  ParallelizationFactor: [KINESIS, DYNAMODB],
  ScalingConfig: [SQS],
  StartingPosition: [KINESIS, DYNAMODB, MSK, KAFKA],
  TumblingWindowInSeconds: [KINESIS, DYNAMODB],
};

export const lambdaSourceSetting: Rule = {
  id: 'lambda-source-setting',
  severity: 'error',
  description: 'Event source mapping has a setting that its source does not support, or a starting position without its time',
  fix: 'Remove the setting, or set StartingPositionTimestamp with AT_TIMESTAMP',
  citation: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
  *check(context) {
    yield* violationsOf(context, MAPPING, when(is('StartingPosition', 'AT_TIMESTAMP'), required('StartingPositionTimestamp')));
    for (const resource of context.ofType(MAPPING)) {
      const source = sourceOf(resource, context);
      if (source === undefined) continue;
      for (const [setting, sources] of Object.entries(SETTINGS)) {
        if (sources.includes(source) || !isPresent(resource.properties, setting)) continue;
        const received = `${receivedAt(resource.properties, setting)} for ${source}`;
        yield { resource, path: `Properties.${setting}`, received, expected: `absent: it is for ${sources.join(', ')}` };
      }
      if (source === DYNAMODB && stringAt(resource.properties, 'StartingPosition') === 'AT_TIMESTAMP')
        yield { resource, path: 'Properties.StartingPosition', received: `AT_TIMESTAMP for ${source}`, expected: 'LATEST or TRIM_HORIZON' };
    }
  },
};

/** The kind of a source; undefined when it is known only at deployment, or has no settings of its own. */
export function sourceOf({ properties }: TemplateResource, context: CheckContext): string | undefined {
  if (!isAbsent(properties, 'SelfManagedEventSource')) return KAFKA;
  const arn = stringAt(properties, 'EventSourceArn');
  if (isKnownString(arn)) return SOURCE_OF_ARN[arn.split(':')[2] ?? ''];
  return SOURCE_OF_TYPE[context.target(properties.EventSourceArn)?.type ?? ''];
}
