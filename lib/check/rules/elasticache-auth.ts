import { isPresent } from '../property';
import type { Rule } from '../rule';
import { flagAt, UNKNOWN } from '../values';

export const elasticacheAuth: Rule = {
  id: 'elasticache-auth',
  severity: 'error',
  description: 'Cache has a token or user groups, which require encryption in transit',
  fix: 'Set TransitEncryptionEnabled to true',
  citation: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html',
  *check(context) {
    for (const group of context.ofType('AWS::ElastiCache::ReplicationGroup')) {
      const isOn = flagAt(group.properties, 'TransitEncryptionEnabled');
      const auth = ['AuthToken', 'UserGroupIds'].find((name) => isPresent(group.properties, name));
      if (auth === undefined || isOn === true || isOn === UNKNOWN) continue;
      yield {
        resource: group,
        path: 'Properties.TransitEncryptionEnabled',
        ...(isOn === false && { received: 'false' }),
        expected: `true, because ${auth} is set`,
      };
    }
  },
};
