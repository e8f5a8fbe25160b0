import { describe, expect, test } from 'vitest';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { preparedUpdate } from '../../lib/transition/preparations';
import { FACTS, type RawResources } from './support';

/** Properties that the updates between two templates with one resource set, and the reasons for which they are still rejected. */
function updates(before: RawResources, after: RawResources, properties: readonly string[]) {
  const [first, last] = [before, after].map((Resources) => templateFrom({ Resources }, 'stack', 'us-east-1'));
  if (first === undefined || last === undefined) throw new Error('two templates');
  const { prepared, last: update } = preparedUpdate(first, last, FACTS);
  return {
    set: prepared.map(({ template }) => properties.map((name) => template.resources.find(({ id }) => id === 'X')?.properties[name])),
    rejected: [...prepared.map((step) => step.update), update].flatMap(({ resources }) =>
      resources.filter((each) => each.class === 'rejected'),
    ),
  };
}

const hash = (name: string) => [{ AttributeName: name, KeyType: 'HASH' }];
const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' });
const index = (name: string) => ({ IndexName: name, KeySchema: hash(name), Projection: { ProjectionType: 'ALL' } });
const table = (...names: readonly string[]): RawResources => ({
  X: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      KeySchema: hash('id'),
      AttributeDefinitions: ['id', ...names].map(attribute),
      GlobalSecondaryIndexes: names.map(index),
      BillingMode: 'PAY_PER_REQUEST',
    },
  },
});

// CloudFormation template reference, AWS::DynamoDB::Table: "You can delete or add one global secondary index without interruption. If you
// do both in the same update, the update fails". DynamoDB API reference, CreateTable: only key attributes are defined.
describe('the indexes of a table', () => {
  test('change one in an update, each with the definitions of its keys', () => {
    expect(updates(table('a', 'b'), table('b', 'c', 'd'), ['GlobalSecondaryIndexes', 'AttributeDefinitions'])).toEqual({
      set: [
        [[index('b')], ['id', 'b'].map(attribute)],
        [['b', 'c'].map(index), ['id', 'b', 'c'].map(attribute)],
      ],
      rejected: [],
    });
  });

  test('have no steps where keys of an index change', () => {
    const other = { ...index('a'), KeySchema: hash('id') };
    const after = { X: { Type: 'AWS::DynamoDB::Table', Properties: { ...table('a').X?.Properties, GlobalSecondaryIndexes: [other] } } };
    const { set, rejected } = updates(table('a'), after, []);
    expect([set.length, rejected.length]).toEqual([0, 1]);
  });
});

// Kinesis API reference, UpdateShardCount: at most double, at least half.
test.each([
  [2, 9, [4, 8]],
  [9, 2, [5, 3]],
  [4, 8, []],
  [4, 2, []],
])('the shards of a stream change from %s to %s by %j', (before, after, between) => {
  const stream = (ShardCount: number): RawResources => ({ X: { Type: 'AWS::Kinesis::Stream', Properties: { ShardCount } } });
  expect(updates(stream(before), stream(after), ['ShardCount'])).toEqual({ set: between.map((shards) => [shards]), rejected: [] });
});

// ElastiCache user guide, "Enabling in-transit encryption": preferred, then required.
test('encryption in transit of a cache is preferred before it is required', () => {
  const cache = (own: object): RawResources => ({
    X: { Type: 'AWS::ElastiCache::ReplicationGroup', Properties: { Engine: 'valkey', ...own } },
  });
  expect(updates(cache({}), cache({ TransitEncryptionEnabled: true }), ['TransitEncryptionMode'])).toEqual({
    set: [['preferred']],
    rejected: [],
  });
});

// EKS user guide, "Change authentication mode to use access entries".
test('a cluster with the aws-auth ConfigMap gets access entries in addition before it has them alone', () => {
  const cluster = (AuthenticationMode: string): RawResources => ({
    X: { Type: 'AWS::EKS::Cluster', Properties: { AccessConfig: { AuthenticationMode } } },
  });
  expect(updates(cluster('CONFIG_MAP'), cluster('API'), ['AccessConfig'])).toEqual({
    set: [[{ AuthenticationMode: 'API_AND_CONFIG_MAP' }]],
    rejected: [],
  });
});

// Elastic Load Balancing user guide, "Delete an Application Load Balancer": deletion protection prevents it.
test('a load balancer loses its deletion protection before it is removed', () => {
  const key = (Key: string, Value: string) => ({ Key, Value });
  const topic = { Type: 'AWS::SNS::Topic' };
  const balancer = {
    Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    Properties: { LoadBalancerAttributes: [key('idle_timeout.timeout_seconds', '30'), key('deletion_protection.enabled', 'true')] },
  };
  expect(updates({ X: balancer, Y: topic }, { Y: topic }, ['LoadBalancerAttributes'])).toEqual({
    set: [[[key('idle_timeout.timeout_seconds', '30'), key('deletion_protection.enabled', 'false')]]],
    rejected: [],
  });
});
