import { defaultRoutes, endpointServices, subnetsIn } from '../network';
import type { Rule } from '../rule';
import { itemsAt } from '../values';

/** Endpoints that nodes need in a subnet without a way out. */
const NEEDED = ['ec2', 'ecr.api', 'ecr.dkr', 's3'];

export const eksNodeEgress: Rule = {
  id: 'eks-node-egress',
  severity: 'error',
  description: 'Node group is in a subnet without a route to the internet, so its nodes cannot join the cluster',
  fix: 'Add a NAT gateway, or endpoints for EC2, ECR and S3',
  citation: 'https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html',
  *check(context) {
    const routes = defaultRoutes(context);
    const endpoints = endpointServices(context);
    const missing = NEEDED.filter((service) => !endpoints.has(service));
    if (missing.length === 0 || endpoints.has('')) return;
    for (const group of context.ofType('AWS::EKS::Nodegroup')) {
      const closed = subnetsIn(itemsAt(group.properties, 'Subnets'), context).find(({ id }) => routes.get(id) === 'none');
      if (closed === undefined) continue;
      yield {
        resource: group,
        path: 'Properties.Subnets',
        received: `${closed.id}, without a default route`,
        expected: `a NAT gateway, or endpoints for ${missing.join(', ')}`,
      };
    }
  },
};
