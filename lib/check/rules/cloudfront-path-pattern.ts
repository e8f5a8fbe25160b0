import { shown } from '../../core/problems';
import { cacheBehaviors } from '../cloudfront';
import type { Rule } from '../rule';
import { isKnownString, stringAt } from '../values';

export const cloudfrontPathPattern: Rule = {
  id: 'cloudfront-path-pattern',
  severity: 'error',
  description: 'Cache behavior has the path pattern of one before it, and is never used',
  fix: 'Remove one of the two behaviors, or change its PathPattern',
  citation: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html',
  *check(context) {
    for (const distribution of context.ofType('AWS::CloudFront::Distribution')) {
      const first = new Set<string>();
      for (const { behavior, path } of cacheBehaviors(distribution)) {
        const pattern = stringAt(behavior, 'PathPattern');
        if (!isKnownString(pattern)) continue;
        // CloudFront behaves the same with and without the slash at the start.
        const key = pattern.replace(/^\//, '');
        if (first.has(key))
          yield {
            resource: distribution,
            path: `${path}.PathPattern`,
            received: shown(pattern),
            expected: 'a pattern that no behavior before it has',
          };
        first.add(key);
      }
    }
  },
};
