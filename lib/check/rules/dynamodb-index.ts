import { is, isByDefault } from '../property-condition';
import { absent, each, matching, required, unique, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const NAME = matching('IndexName', /^[a-zA-Z0-9_.-]{3,255}$/, '3 to 255 letters, digits, underscores, dots and hyphens');

export const dynamodbIndex: Rule = {
  id: 'dynamodb-index',
  severity: 'error',
  description:
    'Index of a table has the name of another index, an invalid name, or throughput that does not match the billing mode of the table',
  fix: 'Give each index a name of its own with 3 to 255 characters, and ProvisionedThroughput only with BillingMode PROVISIONED',
  citation: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GlobalSecondaryIndex.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::DynamoDB::Table',
      unique('GlobalSecondaryIndexes', 'IndexName'),
      unique('LocalSecondaryIndexes', 'IndexName'),
      each('GlobalSecondaryIndexes', NAME),
      each('LocalSecondaryIndexes', NAME),
      when(is('BillingMode', 'PAY_PER_REQUEST'), each('GlobalSecondaryIndexes', absent('ProvisionedThroughput'))),
      when(isByDefault('BillingMode', 'PROVISIONED'), each('GlobalSecondaryIndexes', required('ProvisionedThroughput'))),
    ),
};
