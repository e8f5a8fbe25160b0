import { balancerType, LOAD_BALANCER } from '../elb';
import { subnetsIn, zoneCount } from '../network';
import type { Rule } from '../rule';
import { isAbsent, listAt, rawAt, UNKNOWN } from '../values';

export const elbTwoZones: Rule = {
  id: 'elb-two-zones',
  severity: 'error',
  description: 'Application Load Balancer has subnets in one zone only',
  fix: 'Name subnets of at least two zones',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
  *check(context) {
    for (const balancer of context.ofType(LOAD_BALANCER)) {
      if (balancerType(balancer) !== 'application') continue;
      const property = isAbsent(balancer.properties, 'Subnets') ? 'SubnetMappings' : 'Subnets';
      const list = listAt(balancer.properties, property);
      if (list === UNKNOWN) continue;
      const subnets = subnetsIn(property === 'Subnets' ? list : list.map((each) => rawAt(each, 'SubnetId')), context);
      const zones = subnets.length === list.length ? zoneCount(subnets) : undefined;
      const count = Math.min(list.length, zones ?? list.length);
      if (count < 2)
        yield {
          resource: balancer,
          path: `Properties.${property}`,
          received: `in ${count} zone${count === 1 ? '' : 's'}`,
          expected: 'subnets of at least two zones',
        };
    }
  },
};
