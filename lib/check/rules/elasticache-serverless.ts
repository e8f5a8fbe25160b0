import { is } from '../property-condition';
import { absent, ordered, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const elasticacheServerless: Rule = {
  id: 'elasticache-serverless',
  severity: 'error',
  description: 'Serverless cache has a minimum above its maximum, or a user group with Memcached',
  fix: 'Set each Minimum to at most its Maximum, and UserGroupId with Valkey and Redis OSS only',
  citation: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateServerlessCache.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::ElastiCache::ServerlessCache',
      ordered('CacheUsageLimits.DataStorage.Minimum', 'CacheUsageLimits.DataStorage.Maximum'),
      ordered('CacheUsageLimits.ECPUPerSecond.Minimum', 'CacheUsageLimits.ECPUPerSecond.Maximum'),
      when(is('Engine', 'memcached'), absent('UserGroupId')),
    ),
};
