import type { Rule } from '../rule';
import { listAt, stringAt, UNKNOWN } from '../values';

export const elasticacheDefaultUser: Rule = {
  id: 'elasticache-default-user',
  severity: 'error',
  description: 'User group of Redis OSS has no user with the name default, which ElastiCache rejects',
  fix: 'Add the user default, or another one with the user name default',
  citation: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateUserGroup.html',
  *check(context) {
    for (const group of context.ofType('AWS::ElastiCache::UserGroup')) {
      if (stringAt(group.properties, 'Engine') !== 'redis') continue;
      const ids = listAt(group.properties, 'UserIds');
      if (ids === UNKNOWN) continue;
      const names = ids.map((id) => {
        const user = context.targetOf('AWS::ElastiCache::User', id);
        // The name of a user outside of the template is unknown, except that of the user default, which each account has.
        return user === undefined ? (id === 'default' ? 'default' : UNKNOWN) : stringAt(user.properties, 'UserName');
      });
      if (names.includes('default') || names.includes(UNKNOWN)) continue;
      yield { resource: group, path: 'Properties.UserIds', received: 'without a user named default', expected: 'a user named default' };
    }
  },
};
