import { balancerType, LOAD_BALANCER } from '../elb';
import { defaultRoutes, subnetsIn } from '../network';
import type { Rule } from '../rule';
import { itemsAt, rawAt, stringAt } from '../values';

export const elbPublicSubnet: Rule = {
  id: 'elb-public-subnet',
  severity: 'error',
  description: 'Internet-facing load balancer is in a private subnet, so clients cannot connect',
  fix: 'Name subnets whose default route is an internet gateway, or set Scheme to internal',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
  *check(context) {
    const routes = defaultRoutes(context);
    for (const balancer of context.ofType(LOAD_BALANCER)) {
      const { properties } = balancer;
      const type = balancerType(balancer);
      const scheme = stringAt(properties, 'Scheme') ?? 'internet-facing';
      if (scheme !== 'internet-facing' || (type !== 'application' && type !== 'network')) continue;
      const named = [...itemsAt(properties, 'Subnets'), ...itemsAt(properties, 'SubnetMappings').map((each) => rawAt(each, 'SubnetId'))];
      const closed = subnetsIn(named, context).find(({ id }) => ['none', 'nat-gateway'].includes(routes.get(id) ?? ''));
      if (closed !== undefined)
        yield {
          resource: balancer,
          path: 'Properties.Scheme',
          received: `internet-facing, in private subnet ${closed.id}`,
          expected: 'public subnets, or the scheme internal',
        };
    }
  },
};
