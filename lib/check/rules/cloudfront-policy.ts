import { is } from '../property-condition';
import { oneOf, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const PARTS = [
  ['HeadersConfig.Headers', 'HeadersConfig.HeaderBehavior'],
  ['CookiesConfig.Cookies', 'CookiesConfig.CookieBehavior'],
  ['QueryStringsConfig.QueryStrings', 'QueryStringsConfig.QueryStringBehavior'],
] as const;
const listsOf = (config: string) =>
  PARTS.map(([list, kind]) => when(is(`${config}.${kind}`, 'whitelist', 'allExcept'), required(`${config}.${list}`)));

export const cloudfrontPolicy: Rule = {
  id: 'cloudfront-policy',
  severity: 'error',
  description: 'CloudFront policy has a whitelist without names, or a cache policy with a MaxTTL of 0 has values in its cache key',
  fix: 'Set Headers, Cookies or QueryStrings with a whitelist, and none of them with a MaxTTL of 0',
  citation: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html',
  *check(context) {
    yield* violationsOf(
      context,
      'AWS::CloudFront::CachePolicy',
      ...listsOf('CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin'),
      when(
        is('CachePolicyConfig.MaxTTL', '0'),
        ...PARTS.map(([, kind]) => oneOf(`CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.${kind}`, ['none'])),
      ),
    );
    yield* violationsOf(context, 'AWS::CloudFront::OriginRequestPolicy', ...listsOf('OriginRequestPolicyConfig'));
  },
};
