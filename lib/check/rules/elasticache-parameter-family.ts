import { otherFamily } from '../parameter-family';
import type { Rule } from '../rule';
import { stringAt } from '../values';

const GROUP = {
  property: 'CacheParameterGroupName',
  groupType: 'AWS::ElastiCache::ParameterGroup',
  familyProperty: 'CacheParameterGroupFamily',
} as const;

export const elasticacheParameterFamily: Rule = {
  id: 'elasticache-parameter-family',
  severity: 'error',
  description: 'Parameter group of a cache is of another engine or version, which ElastiCache rejects',
  fix: 'Create a parameter group of the family of the engine version, such as valkey8, and change both in one update',
  citation: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.html',
  *check(context) {
    for (const server of context.ofType('AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster')) {
      // A replication group without an engine runs Redis OSS; a cache cluster requires one.
      const engine = stringAt(server.properties, 'Engine') ?? 'redis';
      const violation = typeof engine === 'string' ? otherFamily({ server, ...GROUP, engine: engine.toLowerCase() }, context) : undefined;
      if (violation !== undefined) yield violation;
    }
  },
};
