import { is, isOther } from '../property-condition';
import { absent, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';

export const elasticacheMemcached: Rule = {
  id: 'elasticache-memcached',
  severity: 'error',
  description: 'Memcached cluster has snapshots or one node in several zones, or a cluster of another engine has a setting of Memcached',
  fix: 'Remove SnapshotRetentionLimit, set at least two nodes with AZMode cross-az, and AZMode with Memcached only',
  citation: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html',
  unsettled: 'The page does not state the number of nodes; one node is in one zone',
  check: (context) =>
    violationsOf(
      context,
      'AWS::ElastiCache::CacheCluster',
      when(is('Engine', 'memcached'), within('SnapshotRetentionLimit', { most: 0 })),
      when(is('AZMode', 'cross-az'), within('NumCacheNodes', { least: 2 })),
      when(isOther('Engine', 'memcached'), absent('AZMode'), absent('PreferredAvailabilityZones')),
    ),
};
