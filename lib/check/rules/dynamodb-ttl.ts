import { is } from '../property-condition';
import { required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const dynamodbTtl: Rule = {
  id: 'dynamodb-ttl',
  severity: 'error',
  description: 'Time to live of a table is enabled and names no attribute',
  fix: 'Set AttributeName',
  citation: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TimeToLiveSpecification.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::DynamoDB::Table',
      when(is('TimeToLiveSpecification.Enabled', 'true'), required('TimeToLiveSpecification.AttributeName')),
    ),
};
