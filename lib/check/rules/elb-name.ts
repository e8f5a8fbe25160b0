import { matching, violationsOf } from '../requirements';
import type { Rule } from '../rule';

export const elbName: Rule = {
  id: 'elb-name',
  severity: 'error',
  description: 'Name of a load balancer begins with internal-, or has a hyphen at its start or end',
  fix: 'Choose another name, or let CloudFormation choose one',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::ElasticLoadBalancingV2::LoadBalancer',
      matching('Name', /^(?!internal-)/, 'a name that does not begin with internal-'),
      matching(
        'Name',
        /^[a-zA-Z0-9]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$/,
        '1 to 32 letters, digits and hyphens, with no hyphen at the start and end',
      ),
    ),
};
