import { has, isByDefault } from '../property-condition';
import { absent, anyOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const dynamodbThroughput: Rule = {
  id: 'dynamodb-throughput',
  severity: 'error',
  description: 'Provisioned table has a maximum throughput of on-demand tables, or an on-demand table has an empty one',
  fix: 'Remove OnDemandThroughput, or set BillingMode to PAY_PER_REQUEST and MaxReadRequestUnits or MaxWriteRequestUnits',
  citation: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_OnDemandThroughput.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::DynamoDB::Table',
      when(isByDefault('BillingMode', 'PROVISIONED'), absent('OnDemandThroughput')),
      when(has('OnDemandThroughput'), anyOf('OnDemandThroughput.MaxReadRequestUnits', 'OnDemandThroughput.MaxWriteRequestUnits')),
    ),
};
