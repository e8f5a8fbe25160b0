import { cacheBehaviors } from '../cloudfront';
import type { Rule } from '../rule';
import { isKnownString, listAt, UNKNOWN } from '../values';

/** Sets of methods that a cache behavior may allow. Source: the cited page. */
const ALLOWED = ['GET,HEAD', 'GET,HEAD,OPTIONS', 'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT'];
/** Sets of methods whose responses it may cache. */
const CACHED = ALLOWED.slice(0, 2);

export const cloudfrontMethods: Rule = {
  id: 'cloudfront-methods',
  severity: 'error',
  description: 'Cache behavior allows or caches a set of methods that CloudFront does not offer',
  fix: 'Allow GET and HEAD, these and OPTIONS, or all seven methods; cache one of the first two sets',
  citation: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_AllowedMethods.html',
  *check(context) {
    for (const distribution of context.ofType('AWS::CloudFront::Distribution')) {
      for (const { behavior, path } of cacheBehaviors(distribution)) {
        for (const [name, sets] of [
          ['AllowedMethods', ALLOWED],
          ['CachedMethods', CACHED],
        ] as const) {
          const list = listAt(behavior, name);
          if (list === UNKNOWN || list.length === 0 || !list.every(isKnownString)) continue;
          const methods = [...new Set(list)].sort().join();
          if (sets.includes(methods)) continue;
          yield { resource: distribution, path: `${path}.${name}`, received: methods, expected: sets.join(', or ') };
        }
      }
    }
  },
};
