import type { Rule } from '../rule';
import { isAbsent } from '../values';

/** Parameters of a source with a starting position, by the type of the source. */
const PARAMETERS: Readonly<Record<string, string | undefined>> = {
  'AWS::Kinesis::Stream': 'KinesisStreamParameters',
  'AWS::DynamoDB::Table': 'DynamoDBStreamParameters',
};

export const pipesSource: Rule = {
  id: 'pipes-source',
  severity: 'error',
  description: 'Pipe reads a stream and has no starting position',
  fix: 'Set StartingPosition to LATEST or TRIM_HORIZON in SourceParameters',
  citation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-pipes-pipe-pipesourcekinesisstreamparameters.html',
  *check(context) {
    for (const resource of context.ofType('AWS::Pipes::Pipe')) {
      const parameters = PARAMETERS[context.target(resource.properties.Source)?.type ?? ''];
      if (parameters === undefined || !isAbsent(resource.properties, 'SourceParameters', parameters, 'StartingPosition')) continue;
      yield { resource, path: `Properties.SourceParameters.${parameters}.StartingPosition`, expected: 'LATEST or TRIM_HORIZON' };
    }
  },
};
