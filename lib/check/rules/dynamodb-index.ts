import type { TemplateResource } from '../../cloudformation/template-resource';
import { is, isByDefault } from '../property-condition';
import { absent, each, matching, required, unique, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';
import { isKnownString, itemsAt, stringAt } from '../values';
import type { Violation } from '../violation';

const NAME = matching('IndexName', /^[a-zA-Z0-9_.-]{3,255}$/, '3 to 255 letters, digits, underscores, dots and hyphens');

export const dynamodbIndex: Rule = {
  id: 'dynamodb-index',
  severity: 'error',
  description:
    'Index of a table has the name of another index, an invalid name, throughput that does not match the billing mode of the table, or is local with another partition key',
  fix: 'Give each index a name of its own with 3 to 255 characters, and ProvisionedThroughput only with BillingMode PROVISIONED; a local index needs the partition key of the table, and a table with a sort key',
  citation: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GlobalSecondaryIndex.html',
  unsettled: 'The page states global indexes. Local ones: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html',
  *check(context) {
    yield* violationsOf(
      context,
      'AWS::DynamoDB::Table',
      unique('GlobalSecondaryIndexes', 'IndexName'),
      unique('LocalSecondaryIndexes', 'IndexName'),
      each('GlobalSecondaryIndexes', NAME),
      each('LocalSecondaryIndexes', NAME),
      when(is('BillingMode', 'PAY_PER_REQUEST'), each('GlobalSecondaryIndexes', absent('ProvisionedThroughput'))),
      when(isByDefault('BillingMode', 'PROVISIONED'), each('GlobalSecondaryIndexes', required('ProvisionedThroughput'))),
    );
    for (const table of context.ofType('AWS::DynamoDB::Table')) yield* localKeys(table);
  },
};

/** A local index has the partition key of its table, and another sort key. */
function* localKeys(table: TemplateResource): Generator<Violation> {
  const keys = itemsAt(table.properties, 'KeySchema');
  const hash = keyOf(keys, 'HASH');
  for (const [index, each] of itemsAt(table.properties, 'LocalSecondaryIndexes').entries()) {
    const path = `Properties.LocalSecondaryIndexes[${index}].KeySchema`;
    const own = keyOf(itemsAt(each, 'KeySchema'), 'HASH');
    if (isKnownString(own) && isKnownString(hash) && own !== hash)
      yield { resource: table, path, received: `the partition key ${own}`, expected: `${hash}, the partition key of the table` };
    else if (isKnownString(hash) && keys.length === 1 && isKnownString(own))
      yield { resource: table, path, received: 'an index of a table without a sort key', expected: 'a table with a sort key' };
  }
}

function keyOf(keys: readonly unknown[], type: 'HASH' | 'RANGE'): unknown {
  return stringAt(
    keys.find((key) => stringAt(key, 'KeyType') === type),
    'AttributeName',
  );
}
