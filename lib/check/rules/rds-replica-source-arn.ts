import { intrinsicOf } from '../../cloudformation/references';
import { substitutionsIn } from '../../cloudformation/substitutions';
import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { itemsAt } from '../values';

/** Begins an ARN; an ARN within another one has it twice. */
const ARN_START = 'arn:';

export const rdsReplicaSourceArn: Rule = {
  id: 'rds-replica-source-arn',
  severity: 'error',
  description: 'Read replica names its source by an ARN inside an ARN',
  fix: 'Set SourceDBInstanceIdentifier to the ARN of the source in another region, or to its name in the same region',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  *check(context) {
    for (const replica of context.ofType('AWS::RDS::DBInstance')) {
      const source = writtenText(replica.properties.SourceDBInstanceIdentifier);
      if (source.split(ARN_START).length <= 2) continue;
      yield {
        resource: replica,
        path: 'Properties.SourceDBInstanceIdentifier',
        received: shown(source),
        expected: 'one ARN, such as arn:aws:rds:us-east-1:123456789012:db:orders',
      };
    }
  },
};

/** A value as a string, with `…` for the parts that are known only at deployment. */
function writtenText(value: unknown): string {
  if (typeof value === 'string') return value;
  const [name, argument] = intrinsicOf(value) ?? [];
  if (name === 'Fn::Join')
    return itemsAt(argument, 1)
      .map(writtenText)
      .join(String(itemsAt(argument)[0] ?? ''));
  if (name === 'Fn::Sub') return withoutSubstitutions(String(Array.isArray(argument) ? argument[0] : argument));
  return value === undefined ? '' : '…';
}

function withoutSubstitutions(text: string): string {
  return substitutionsIn(text).reduceRight((left, { start, end }) => `${left.slice(0, start)}…${left.slice(end)}`, text);
}
