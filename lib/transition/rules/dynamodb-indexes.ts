import type { TemplateResource } from '../../cloudformation/template-resource';
import { valueAt } from '../property-value';
import { listOf } from '../roll/task-demand';
import type { TransitionRule, Verdict } from '../rule';
import type { Preparation } from '../transition';

/** Properties of an index that cannot change. */
const DEFINITION = ['KeySchema', 'Projection'];

type Indexes = ReadonlyMap<string, unknown>;

export const dynamodbIndexes: TransitionRule = {
  id: 'dynamodb-indexes',
  description:
    'DynamoDB creates or deletes one global secondary index in an update, rejects another key or projection of an index, and creates local secondary indexes only with the table; CloudFormation replaces a table whose attribute gets another type',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const { id, before, after } of context.changed('AttributeDefinitions', 'AWS::DynamoDB::Table')) {
      const edited = editedAttributes(before, after);
      if (edited.length === 0) continue;
      const text = `${edited.join(', ')}: with another type of an attribute, an empty table replaces this one`;
      yield { resource: id, class: 'needs-data-migration', properties: ['AttributeDefinitions'], text };
    }
    for (const { id } of context.changed('LocalSecondaryIndexes', 'AWS::DynamoDB::Table')) {
      const text = 'local secondary indexes change, and DynamoDB creates them only with the table: use a global one, or another table';
      yield { resource: id, class: 'rejected', properties: ['LocalSecondaryIndexes'], text };
    }
    for (const { id, before, after } of context.changed('GlobalSecondaryIndexes', 'AWS::DynamoDB::Table')) {
      yield { resource: id, ...verdictOf(before, after) };
    }
  },
};

function verdictOf(before: TemplateResource, after: TemplateResource): Omit<Verdict, 'resource'> {
  const [old, next] = [indexesOf(before), indexesOf(after)];
  const [removed, added] = [without(old, next), without(next, old)];
  const changed = [...next].filter(([name, index]) => old.has(name) && definitionOf(index) !== definitionOf(old.get(name)));
  const properties = ['GlobalSecondaryIndexes', 'AttributeDefinitions'];
  if (changed.length > 0) {
    const names = changed.map(([name]) => name).join(', ');
    const text = `keys or projection of ${names} change: create an index under another name, use it, and then delete this one`;
    return { class: 'rejected', properties, text };
  }
  const text = [...removed.map((name) => `${name} is deleted`), ...added.map((name) => `${name} is created`)].join(', ');
  if (text === '') return { class: 'in-place', properties, text: 'the throughput of global secondary indexes changes' };
  if (removed.length + added.length === 1) {
    return { class: 'in-place', properties, text: `${text}; the table accepts no other update until the index is active` };
  }
  const first = stepsOf(before, after, [...removed, ...added].slice(0, -1));
  return { class: 'rejected', properties, text: `${text}, and DynamoDB accepts one index in an update`, first };
}

/** Updates of one index each. */
function stepsOf(before: TemplateResource, after: TemplateResource, names: readonly string[]): readonly Preparation[] {
  const next = indexesOf(after);
  const indexes = new Map(indexesOf(before));
  return names.map((name) => {
    const created = next.get(name);
    if (created === undefined) indexes.delete(name);
    else indexes.set(name, created);
    return {
      title: created === undefined ? `Delete the index ${name}` : `Create the index ${name}, and wait until it is active`,
      properties: {
        GlobalSecondaryIndexes: [...indexes.values()],
        AttributeDefinitions: definitionsFor([before, after], [...indexes.values()]),
      },
      isAlone: true,
    };
  });
}

/** Definitions of the attributes that are keys: DynamoDB rejects a table with others. */
function definitionsFor(tables: readonly TemplateResource[], indexes: readonly unknown[]): readonly unknown[] {
  const [table] = tables;
  const keys = [table?.properties, ...indexes].flatMap((each) => listOf(valueAt(each, 'KeySchema')));
  const used = new Set(keys.map((each) => valueAt(each, 'AttributeName')));
  const known = tables.flatMap(({ properties }) => listOf(properties.AttributeDefinitions));
  const byName = new Map(known.map((definition) => [valueAt(definition, 'AttributeName'), definition]));
  return [...byName].flatMap(([name, definition]) => (used.has(name) ? [definition] : []));
}

/** Global secondary indexes by name. */
function indexesOf({ properties }: TemplateResource): Indexes {
  return new Map(
    listOf(properties.GlobalSecondaryIndexes).flatMap((index): [string, unknown][] => {
      const name = valueAt(index, 'IndexName');
      return typeof name === 'string' ? [[name, index]] : [];
    }),
  );
}

/** Names of attributes that both tables define, with another type. */
function editedAttributes(before: TemplateResource, after: TemplateResource): readonly string[] {
  const [old, next] = [attributeTypes(before), attributeTypes(after)];
  return [...next].flatMap(([name, type]) => (old.has(name) && old.get(name) !== type ? [name] : []));
}

function attributeTypes({ properties }: TemplateResource): ReadonlyMap<string, unknown> {
  return new Map(
    listOf(properties.AttributeDefinitions).map((each) => [String(valueAt(each, 'AttributeName')), valueAt(each, 'AttributeType')]),
  );
}

function without(indexes: Indexes, others: Indexes): readonly string[] {
  return [...indexes.keys()].filter((name) => !others.has(name));
}

function definitionOf(index: unknown): string {
  return JSON.stringify(DEFINITION.map((part) => valueAt(index, part)));
}
