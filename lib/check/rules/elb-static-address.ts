import { balancerType, LOAD_BALANCER } from '../elb';
import type { Rule } from '../rule';
import { isAbsent, itemsAt } from '../values';

export const elbStaticAddress: Rule = {
  id: 'elb-static-address',
  severity: 'error',
  description: 'Application Load Balancer has Elastic IP addresses, which only a Network Load Balancer may have',
  fix: 'Remove AllocationId, or put a Network Load Balancer with the addresses in front',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
  *check(context) {
    for (const balancer of context.ofType(LOAD_BALANCER)) {
      if (balancerType(balancer) !== 'application') continue;
      for (const [index, mapping] of itemsAt(balancer.properties, 'SubnetMappings').entries()) {
        if (isAbsent(mapping, 'AllocationId')) continue;
        yield { resource: balancer, path: `Properties.SubnetMappings[${index}].AllocationId`, received: 'set', expected: 'absent' };
      }
    }
  },
};
