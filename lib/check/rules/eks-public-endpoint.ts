import type { Rule } from '../rule';
import { flagAt, isAbsent, itemsAt, UNKNOWN } from '../values';

const ANYWHERE = ['0.0.0.0/0', '::/0'];

export const eksPublicEndpoint: Rule = {
  id: 'eks-public-endpoint',
  severity: 'warning',
  description: 'API endpoint of the EKS cluster is open to every address of the internet',
  fix: 'Set PublicAccessCidrs to the addresses that manage the cluster, or EndpointPublicAccess to false',
  citation: 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
  *check(context) {
    for (const cluster of context.ofType('AWS::EKS::Cluster')) {
      const isPublic = flagAt(cluster.properties, 'ResourcesVpcConfig', 'EndpointPublicAccess');
      if (isPublic === false || isPublic === UNKNOWN) continue;
      const path = ['ResourcesVpcConfig', 'PublicAccessCidrs'];
      const open = itemsAt(cluster.properties, ...path).find((cidr) => ANYWHERE.includes(String(cidr)));
      if (open === undefined && !isAbsent(cluster.properties, ...path)) continue;
      yield {
        resource: cluster,
        path: `Properties.${path.join('.')}`,
        ...(open !== undefined && { received: String(open) }),
        expected: 'the addresses that manage the cluster; without them the endpoint is open to 0.0.0.0/0',
      };
    }
  },
};
