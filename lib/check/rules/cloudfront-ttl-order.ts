import type { TemplateResource } from '../../cloudformation/template-resource';
import type { CheckContext } from '../check-context';
import { cacheBehaviors } from '../cloudfront';
import type { Rule } from '../rule';
import { isKnownNumber, numberAt, rawAt } from '../values';

/** From the smallest to the largest. */
const TTLS = ['MinTTL', 'DefaultTTL', 'MaxTTL'];

export const cloudfrontTtlOrder: Rule = {
  id: 'cloudfront-ttl-order',
  severity: 'error',
  description: 'Minimum, default and maximum TTL of a cache are not in ascending order, which CloudFront rejects',
  fix: 'Set MinTTL to at most DefaultTTL, and DefaultTTL to at most MaxTTL',
  citation: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistribution.html',
  *check(context) {
    for (const { resource, path, cache } of cachesOf(context)) {
      const known = TTLS.flatMap((name) => {
        const seconds = numberAt(cache, name);
        return isKnownNumber(seconds) ? [{ name, seconds }] : [];
      });
      const index = known.findIndex(({ seconds }, place) => seconds < (known[place - 1]?.seconds ?? 0));
      const [before, wrong] = [known[index - 1], known[index]];
      if (before === undefined || wrong === undefined) continue;
      yield {
        resource,
        path: `${path}.${wrong.name}`,
        received: String(wrong.seconds),
        expected: `at least ${before.seconds}, the ${before.name}`,
      };
    }
  },
};

/** Cache policies and cache behaviors, with the object that has the TTLs. */
function cachesOf(
  context: CheckContext,
): readonly { readonly resource: TemplateResource; readonly path: string; readonly cache: unknown }[] {
  const policies = context.ofType('AWS::CloudFront::CachePolicy').map((resource) => ({
    resource,
    path: 'Properties.CachePolicyConfig',
    cache: rawAt(resource.properties, 'CachePolicyConfig'),
  }));
  const behaviors = context
    .ofType('AWS::CloudFront::Distribution')
    .flatMap((resource) => cacheBehaviors(resource).map(({ behavior, path }) => ({ resource, path, cache: behavior })));
  return [...policies, ...behaviors];
}
