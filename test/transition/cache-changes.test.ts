import { describe, expect, test } from 'vitest';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { reasonText } from '../../lib/output/transition-reasons';
import { preparedUpdate } from '../../lib/transition/preparations';
import { classAndRules, FACTS, of, type RawResource, type RawResources, transition } from './support';

const resource = (Type: string, Properties: Readonly<Record<string, unknown>>, attributes: object = {}): RawResource => ({
  Type,
  Properties,
  ...attributes,
});

const CACHE = 'AWS::ElastiCache::ReplicationGroup';
const ONLINE = { UpdatePolicy: { UseOnlineResharding: true } };

// Source: Amazon ElastiCache user guide, "Modifying cluster mode": only from disabled by compatible to enabled, from Valkey 7.2 and
// Redis OSS 7.0, with automatic failover and a replica, and a parameter group with cluster-enabled; "Restoring from a backup": "You
// cannot restore from a backup created using a Redis (cluster mode enabled) cluster to a Redis (cluster mode disabled) cluster".
describe('cluster mode in a parameter group', () => {
  const withGroup = (enabled: string | undefined, own: object = {}): RawResources => ({
    Parameters: resource('AWS::ElastiCache::ParameterGroup', {
      Properties: { ...(enabled !== undefined && { 'cluster-enabled': enabled }), 'maxmemory-policy': 'noeviction' },
    }),
    X: resource(CACHE, { Engine: 'valkey', CacheParameterGroupName: { Ref: 'Parameters' }, ...own }, ONLINE),
  });
  const named = (CacheParameterGroupName: string): RawResources => ({
    X: resource(CACHE, { Engine: 'valkey', CacheParameterGroupName }, ONLINE),
  });

  test.each<[string, RawResources, RawResources]>([
    ['enabled', withGroup('no'), withGroup('yes')],
    ['enabled, where it was not set', withGroup(undefined), withGroup('yes')],
    ['disabled', withGroup('yes'), withGroup('no')],
    ['enabled by a default group', named('default.valkey8'), named('default.valkey8.cluster.on')],
  ])('is rejected where it is %s', (_name, before, after) => {
    expect(classAndRules(transition(before, after), 'X')).toBe('rejected cache-cluster-mode');
  });

  const READY = { EngineVersion: '8.0', AutomaticFailoverEnabled: true, ReplicasPerNodeGroup: 1, NumNodeGroups: 1 };

  test.each<[string, RawResources, RawResources, unknown]>([
    ['a parameter group of the stack', withGroup('no', READY), withGroup('yes', READY), { Ref: 'ParametersClusterMode' }],
    [
      'a default group',
      { X: resource(CACHE, { Engine: 'redis', ...READY, EngineVersion: '7.1', CacheParameterGroupName: 'default.redis7' }) },
      { X: resource(CACHE, { Engine: 'redis', ...READY, EngineVersion: '7.1', CacheParameterGroupName: 'default.redis7.cluster.on' }) },
      'default.redis7.cluster.on',
    ],
  ])('is enabled by %s in four accepted updates', (_name, before, after, group) => {
    const [first, last] = [before, after].map((Resources) => templateFrom({ Resources }, 'stack', 'us-east-1'));
    if (first === undefined || last === undefined) throw new Error('two templates');
    const { prepared, last: update } = preparedUpdate(first, last, FACTS);
    const groups = prepared.map(({ template: { resources } }) => resources.find(({ id }) => id === 'X')?.properties);
    expect(groups.map((properties) => [properties?.ClusterMode, properties?.CacheParameterGroupName])).toEqual([
      ['compatible', group],
      ['compatible', after.X?.Properties?.CacheParameterGroupName],
      ['enabled', after.X?.Properties?.CacheParameterGroupName],
    ]);
    const all = [...prepared.map((step) => step.update), update];
    expect(all.flatMap(({ resources }) => resources.filter((each) => each.class === 'rejected'))).toEqual([]);
    // The copy has the parameters of the second template, and only the first of these updates adds it.
    const added = prepared.map(({ template: { resources } }) => resources.find(({ id }) => id === 'ParametersClusterMode')?.properties);
    const parameters = { Properties: { 'cluster-enabled': 'yes', 'maxmemory-policy': 'noeviction' } };
    expect(added).toEqual([typeof group === 'string' ? undefined : parameters, undefined, undefined]);
  });

  test.each<[string, object, object, string]>([
    ['an old version', { ...READY, EngineVersion: '7.1' }, {}, 'valkey 7.2 or later'],
    ['no replica', { ...READY, ReplicasPerNodeGroup: 0 }, {}, 'a replica'],
    ['no failover', { ...READY, AutomaticFailoverEnabled: false }, {}, 'automatic failover'],
    ['a change of the shards', READY, { NumNodeGroups: 3 }, 'change NumNodeGroups in another update'],
  ])('is not enabled with %s', (_name, own, next, text) => {
    const { reasons } = of(transition(withGroup('no', own), withGroup('yes', { ...own, ...next })), 'X');
    const reason = reasons.find(({ rule }) => rule === 'cache-cluster-mode');
    expect(reason?.first).toBeUndefined();
    expect(reason === undefined ? '' : reasonText(reason)).toContain(text);
  });

  test.each<[string, RawResources, RawResources]>([
    ['it stays', withGroup('yes'), withGroup('yes', { SnapshotRetentionLimit: 7 })],
    ['another group has an unknown value', named('default.valkey8'), named('own-group')],
  ])('is not mentioned where %s', (_name, before, after) => {
    expect(classAndRules(transition(before, after), 'X')).toBe('in-place');
  });
});

describe('encryption in transit of a cache', () => {
  const PREFERRED = { TransitEncryptionEnabled: true, TransitEncryptionMode: 'preferred' };
  const REQUIRED = { TransitEncryptionEnabled: true };
  const OFF = { TransitEncryptionEnabled: false };

  // Acceptance test of the Terraform provider (replication_group_test.go): "Before disabling transit encryption, mode must be
  // transitioned back to "preferred" first". aws-controllers-k8s/community#2536: "Modification of transit encryption is not supported
  // for access control enabled clusters".
  test.each<[string, object, object, object, string]>([
    ['required is not disabled in one update', {}, REQUIRED, OFF, 'rejected'],
    ['required becomes preferred', {}, REQUIRED, PREFERRED, 'in-place'],
    ['preferred is disabled', {}, PREFERRED, OFF, 'in-place'],
    ['user groups keep it', { UserGroupIds: ['shop'] }, REQUIRED, PREFERRED, 'rejected'],
  ])('%s', (_name, fixed, before, after, expected) => {
    const cache = (own: object) => ({ X: resource(CACHE, { ...fixed, ...own }) });
    expect(classAndRules(transition(cache(before), cache(after)), 'X')).toBe(`${expected} cache-transit-encryption`);
  });
});
