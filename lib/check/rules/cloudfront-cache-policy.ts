import { cacheBehaviors } from '../cloudfront';
import { isPresent } from '../property';
import type { Rule } from '../rule';
import { isAbsent, UNKNOWN, valueAt } from '../values';

const KEYS = ['CachePolicyId', 'ForwardedValues'];

export const cloudfrontCachePolicy: Rule = {
  id: 'cloudfront-cache-policy',
  severity: 'error',
  description: 'Cache behavior has both a cache policy and forwarded values, or none of them, which CloudFront rejects',
  fix: 'Set CachePolicyId, and remove ForwardedValues, which is deprecated',
  citation: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DefaultCacheBehavior.html',
  *check(context) {
    for (const distribution of context.ofType('AWS::CloudFront::Distribution')) {
      for (const { behavior, path } of cacheBehaviors(distribution)) {
        const hasBoth = KEYS.every((key) => isPresent(behavior, key));
        if (valueAt(behavior) === UNKNOWN || !(hasBoth || KEYS.every((key) => isAbsent(behavior, key)))) continue;
        const received = hasBoth ? 'with CachePolicyId and ForwardedValues' : 'without CachePolicyId';
        yield { resource: distribution, path, received, expected: 'one of CachePolicyId and ForwardedValues' };
      }
    }
  },
};
