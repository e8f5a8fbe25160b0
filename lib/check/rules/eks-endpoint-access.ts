import type { Rule } from '../rule';
import { flagAt } from '../values';

export const eksEndpointAccess: Rule = {
  id: 'eks-endpoint-access',
  severity: 'error',
  description: 'EKS cluster has neither a public nor a private endpoint, which EKS rejects',
  fix: 'Set EndpointPrivateAccess to true',
  citation: 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
  unsettled:
    'The page lists the other three combinations only. That EKS rejects this one is known from its error, "Private and public endpoint access cannot be false"',
  *check(context) {
    for (const cluster of context.ofType('AWS::EKS::Cluster')) {
      const [open, inside] = ['EndpointPublicAccess', 'EndpointPrivateAccess'].map((name) =>
        flagAt(cluster.properties, 'ResourcesVpcConfig', name),
      );
      if (open !== false || (inside ?? false) !== false) continue;
      yield {
        resource: cluster,
        path: 'Properties.ResourcesVpcConfig.EndpointPrivateAccess',
        received: 'false, as EndpointPublicAccess',
        expected: 'true for one of both',
      };
    }
  },
};
