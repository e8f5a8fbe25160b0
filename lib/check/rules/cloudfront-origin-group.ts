import { cacheBehaviors } from '../cloudfront';
import type { Rule } from '../rule';
import { itemsAt, stringAt } from '../values';

const FAILOVER = ['GET', 'HEAD', 'OPTIONS'];

export const cloudfrontOriginGroup: Rule = {
  id: 'cloudfront-origin-group',
  severity: 'warning',
  description: 'Cache behavior of an origin group allows methods that CloudFront does not fail over',
  fix: 'Allow GET, HEAD and OPTIONS, or send other methods to one origin',
  citation: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
  *check(context) {
    for (const resource of context.ofType('AWS::CloudFront::Distribution')) {
      const groups = itemsAt(resource.properties, 'DistributionConfig', 'OriginGroups', 'Items').map((group) => stringAt(group, 'Id'));
      for (const { behavior, path } of cacheBehaviors(resource)) {
        const target = stringAt(behavior, 'TargetOriginId');
        const others = itemsAt(behavior, 'AllowedMethods').filter((method) => typeof method === 'string' && !FAILOVER.includes(method));
        if (typeof target !== 'string' || !groups.includes(target) || others.length === 0) continue;
        yield { resource, path: `${path}.AllowedMethods`, received: others.join(', '), expected: FAILOVER.join(', ') };
      }
    }
  },
};
