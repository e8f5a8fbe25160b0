import type { TransitionRule } from '../rule';

export const cacheAuthToken: TransitionRule = {
  id: 'cache-auth-token',
  description:
    'ElastiCache rotates the token of a cache, and accepts the previous token until the next change; CloudFormation replaces a cache that gets its first token',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyReplicationGroup.html',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    for (const { id: resource, before, after } of context.changed('AuthToken', 'AWS::ElastiCache::ReplicationGroup')) {
      const verdict = { resource, properties: ['AuthToken'] };
      if (before.properties.AuthToken === undefined) {
        yield { ...verdict, class: 'needs-data-migration', text: 'the cache gets its first token, so an empty one replaces it' };
      } else if (after.properties.AuthToken !== undefined) {
        // Rotation is the default of the API, and CloudFormation has no property for another strategy.
        yield {
          ...verdict,
          class: 'in-place',
          text: 'the token changes, and clients with the previous token stay connected until the next change',
        };
      }
    }
  },
};
