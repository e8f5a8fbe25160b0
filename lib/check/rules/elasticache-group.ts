import { matching, noneOf, violationsOf, within } from '../requirements';
import type { Rule } from '../rule';

export const elasticacheGroup: Rule = {
  id: 'elasticache-group',
  severity: 'error',
  description:
    'Replication group has an invalid name, an engine without replication, a token of an invalid length, or backups for more than 35 days',
  fix: 'Choose a name of at most 40 letters, digits and single hyphens, Valkey or Redis OSS, a token of 16 to 128 characters, and backups for at most 35 days',
  citation: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html',
  unsettled:
    'The page does not state the limit of backups. The guide does: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::ElastiCache::ReplicationGroup',
      matching('ReplicationGroupId', /^[a-zA-Z](-?[a-zA-Z0-9])*$/, 'letters, digits and single hyphens that begin with a letter'),
      matching('ReplicationGroupId', /^.{1,40}$/, 'at most 40 characters'),
      noneOf('Engine', 'memcached'),
      matching('AuthToken', /^.{16,128}$/, '16 to 128 characters'),
      within('SnapshotRetentionLimit', { least: 0, most: 35 }),
    ),
};
