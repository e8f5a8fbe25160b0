import type { Rule } from '../rule';
import { flagAt, isKnownString, stringAt, UNKNOWN } from '../values';

const TIERED = /^cache\.r6gd\./;

export const elasticacheDataTiering: Rule = {
  id: 'elasticache-data-tiering',
  severity: 'error',
  description: 'Data tiering does not match the node type: r6gd nodes require it, and no other type supports it',
  fix: 'Set DataTieringEnabled to true for r6gd nodes only',
  citation: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/data-tiering.html',
  *check(context) {
    for (const group of context.ofType('AWS::ElastiCache::ReplicationGroup')) {
      const type = stringAt(group.properties, 'CacheNodeType');
      const isOn = flagAt(group.properties, 'DataTieringEnabled') ?? false;
      if (!isKnownString(type) || isOn === UNKNOWN || TIERED.test(type) === isOn) continue;
      yield { resource: group, path: 'Properties.DataTieringEnabled', received: `${isOn} for ${type}`, expected: String(!isOn) };
    }
  },
};
