import { subnetsIn, zoneCount } from '../network';
import type { Rule } from '../rule';
import { listAt, UNKNOWN } from '../values';

export const eksTwoZones: Rule = {
  id: 'eks-two-zones',
  severity: 'error',
  description: 'EKS cluster has subnets in one zone only',
  fix: 'Name subnets of at least two zones',
  citation: 'https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html',
  *check(context) {
    for (const cluster of context.ofType('AWS::EKS::Cluster')) {
      const list = listAt(cluster.properties, 'ResourcesVpcConfig', 'SubnetIds');
      if (list === UNKNOWN || list.length === 0) continue;
      const subnets = subnetsIn(list, context);
      const count = Math.min(list.length, (subnets.length === list.length ? zoneCount(subnets) : undefined) ?? list.length);
      if (count < 2)
        yield {
          resource: cluster,
          path: 'Properties.ResourcesVpcConfig.SubnetIds',
          received: 'in 1 zone',
          expected: 'subnets of at least two zones',
        };
    }
  },
};
