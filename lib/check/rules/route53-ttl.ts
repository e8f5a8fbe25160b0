import { has } from '../property-condition';
import { each, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const TTL = when(has('ResourceRecords'), required('TTL'));

export const route53Ttl: Rule = {
  id: 'route53-ttl',
  severity: 'error',
  description: 'Record that is no alias has no time to live',
  fix: 'Set TTL, such as 300',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html',
  *check(context) {
    yield* violationsOf(context, 'AWS::Route53::RecordSet', TTL);
    yield* violationsOf(context, 'AWS::Route53::RecordSetGroup', each('RecordSets', TTL));
  },
};
