import { matching, noneOf, violationsOf } from '../requirements';
import type { Rule } from '../rule';

export const elasticacheGroup: Rule = {
  id: 'elasticache-group',
  severity: 'error',
  description: 'Replication group has an invalid name, an engine without replication, or a token of an invalid length',
  fix: 'Choose a name of at most 40 letters, digits and single hyphens, Valkey or Redis OSS, and a token of 16 to 128 characters',
  citation: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::ElastiCache::ReplicationGroup',
      matching('ReplicationGroupId', /^[a-zA-Z](-?[a-zA-Z0-9])*$/, 'letters, digits and single hyphens that begin with a letter'),
      matching('ReplicationGroupId', /^.{1,40}$/, 'at most 40 characters'),
      noneOf('Engine', 'memcached'),
      matching('AuthToken', /^.{16,128}$/, '16 to 128 characters'),
    ),
};
