import { expect, test } from 'vitest';
import { type RawResources, transition } from './support';

const group = (MaxSize: unknown): RawResources => ({
  Group: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: { MinSize: '1', MaxSize } },
});

test('states the instances of a group before, during and after a move', () => {
  expect(transition(group('2'), group('4')).capacity).toMatchObject([{ before: { min: 1, max: 2 }, after: { min: 1, max: 4 } }]);
});

test('tells a read replica from its database', () => {
  const database = (Properties: object): RawResources[string] => ({
    Type: 'AWS::RDS::DBInstance',
    Properties: { DBInstanceClass: 'db.t4g.small', ...Properties },
  });
  const both = { Primary: database({}), Replica: database({ SourceDBInstanceIdentifier: { Ref: 'Primary' } }) };
  expect(transition({ Primary: database({}) }, both).capacity.map(({ resource, part }) => [resource, part])).toEqual([
    ['Primary', undefined],
    ['Replica', 'replicas'],
  ]);
});

test('states zero instances before a group exists', () => {
  expect(transition({ Other: { Type: 'AWS::SNS::Topic' } }, group('4')).capacity).toMatchObject([
    { before: { min: 0, max: 0 }, after: { min: 1, max: 4 } },
  ]);
});

test.each([
  ['before', group({ Ref: 'Unknown' }), group('4')],
  ['after', group('2'), group({ Ref: 'Unknown' })],
])('states no number for a group whose size %s the update is known only at deployment', (_when, before, after) => {
  expect(transition(before, after).capacity).toEqual([]);
});
