import { balancerType, LOAD_BALANCER } from '../elb';
import type { Rule } from '../rule';
import { rawAt, stringAt } from '../values';

const ACL = 'AWS::WAFv2::WebACL';

export const wafv2Association: Rule = {
  id: 'wafv2-association',
  severity: 'error',
  description: 'Web ACL protects a resource of the other scope, or a load balancer other than an Application Load Balancer',
  fix: 'Set Scope to CLOUDFRONT for distributions and to REGIONAL for other resources',
  citation: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html',
  *check(context) {
    for (const resource of context.ofType('AWS::WAFv2::WebACLAssociation')) {
      const acl = context.targetOf(ACL, resource.properties.WebACLArn);
      if (stringAt(acl?.properties, 'Scope') === 'CLOUDFRONT')
        yield { resource, path: 'Properties.WebACLArn', received: `${acl?.id}, whose scope is CLOUDFRONT`, expected: 'scope REGIONAL' };
      const balancer = context.targetOf(LOAD_BALANCER, resource.properties.ResourceArn);
      const type = balancer === undefined ? 'application' : balancerType(balancer);
      if (type === 'network' || type === 'gateway')
        yield { resource, path: 'Properties.ResourceArn', received: `${balancer?.id}, of type ${type}`, expected: 'type application' };
    }
    for (const resource of context.ofType('AWS::CloudFront::Distribution')) {
      const acl = context.targetOf(ACL, rawAt(resource.properties, 'DistributionConfig', 'WebACLId'));
      if (stringAt(acl?.properties, 'Scope') !== 'REGIONAL') continue;
      const path = 'Properties.DistributionConfig.WebACLId';
      yield { resource, path, received: `${acl?.id}, whose scope is REGIONAL`, expected: 'scope CLOUDFRONT' };
    }
  },
};
