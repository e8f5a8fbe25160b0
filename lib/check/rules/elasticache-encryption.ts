import type { Rule } from '../rule';
import { flagAt, isAbsent, UNKNOWN } from '../values';

export const elasticacheEncryption: Rule = {
  id: 'elasticache-encryption',
  severity: 'warning',
  description: 'Cache accepts connections without encryption',
  fix: 'Set TransitEncryptionEnabled to true, and connect with TLS',
  citation: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html',
  *check(context) {
    for (const group of context.ofType('AWS::ElastiCache::ReplicationGroup')) {
      const isOn = flagAt(group.properties, 'TransitEncryptionEnabled');
      if (isOn === true || isOn === UNKNOWN || !isAbsent(group.properties, 'AuthToken') || !isAbsent(group.properties, 'UserGroupIds'))
        continue;
      yield {
        resource: group,
        path: 'Properties.TransitEncryptionEnabled',
        ...(isOn === false && { received: 'false' }),
        expected: 'true',
      };
    }
  },
};
