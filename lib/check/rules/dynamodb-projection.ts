import { is, isOther } from '../property-condition';
import { absent, each, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const TYPES = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];
const LISTS = ['GlobalSecondaryIndexes', 'LocalSecondaryIndexes'];
const PROJECTION = [
  when(is('Projection.ProjectionType', 'INCLUDE'), required('Projection.NonKeyAttributes')),
  when(isOther('Projection.ProjectionType', 'INCLUDE'), absent('Projection.NonKeyAttributes')),
];

export const dynamodbProjection: Rule = {
  id: 'dynamodb-projection',
  severity: 'error',
  description: 'Index of a table lists attributes to project, and its projection type does not include them, or the reverse',
  fix: 'Set ProjectionType to INCLUDE with NonKeyAttributes, and to ALL or KEYS_ONLY without',
  citation: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html',
  *check(context) {
    for (const type of TYPES) yield* violationsOf(context, type, ...LISTS.map((list) => each(list, ...PROJECTION)));
  },
};
