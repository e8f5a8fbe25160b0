import { intrinsicOf } from '../../cloudformation/references';
import type { Rule } from '../rule';
import { itemsAt } from '../values';

/** An ARN that begins within another one. */
const NESTED_ARN = /arn:[^\s]*\barn:/;

/** Read replica names its source by an ARN inside an ARN. */
export const rdsReplicaSourceArn: Rule = {
  id: 'rds-replica-source-arn',
  severity: 'error',
  description: 'Read replica names its source by an ARN inside an ARN',
  fix: 'Set SourceDBInstanceIdentifier to the ARN of the source in another region, or to its name in the same region',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  *check(context) {
    for (const replica of context.ofType('AWS::RDS::DBInstance')) {
      const source = writtenText(replica.properties.SourceDBInstanceIdentifier);
      if (!NESTED_ARN.test(source)) continue;
      yield {
        resource: replica,
        path: 'Properties.SourceDBInstanceIdentifier',
        received: source,
        expected: 'one ARN, such as arn:aws:rds:us-east-1:123456789012:db:orders',
      };
    }
  },
};

/** The text of a value, with `…` for the parts that only a deployment knows. */
function writtenText(value: unknown): string {
  if (typeof value === 'string') return value;
  const [name, argument] = intrinsicOf(value) ?? [];
  if (name === 'Fn::Join')
    return itemsAt(argument, 1)
      .map(writtenText)
      .join(String(itemsAt(argument)[0] ?? ''));
  if (name === 'Fn::Sub') return String(Array.isArray(argument) ? argument[0] : argument).replace(/\$\{[^}]*\}/g, '…');
  return value === undefined ? '' : '…';
}
