import type { Rule } from '../rule';
import { isAbsent, isKnownString, itemsAt, rawAt, stringAt } from '../values';

const LISTS = ['GlobalSecondaryIndexes', 'LocalSecondaryIndexes'];

export const dynamodbProjection: Rule = {
  id: 'dynamodb-projection',
  severity: 'error',
  description: 'Index of a table lists attributes to project, and its projection type does not include them, or the reverse',
  fix: 'Set ProjectionType to INCLUDE with NonKeyAttributes, and to ALL or KEYS_ONLY without',
  citation: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html',
  *check(context) {
    for (const table of context.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')) {
      for (const list of LISTS) {
        for (const [index, secondary] of itemsAt(table.properties, list).entries()) {
          const projection = rawAt(secondary, 'Projection');
          const [type, hasNone] = [stringAt(projection, 'ProjectionType'), isAbsent(projection, 'NonKeyAttributes')];
          const path = `Properties.${list}[${index}].Projection.NonKeyAttributes`;
          if (!isKnownString(type)) continue;
          if (type === 'INCLUDE' && hasNone) yield { resource: table, path, expected: 'attributes for ProjectionType INCLUDE' };
          if (type !== 'INCLUDE' && !hasNone) yield { resource: table, path, received: `set with ${type}`, expected: 'absent, or INCLUDE' };
        }
      }
    }
  },
};
