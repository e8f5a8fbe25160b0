import { isPlainObject } from '../../core/plain-object';
import type { TransitionRule } from '../rule';

const NETWORK = 'ResourcesVpcConfig';

/** Parts that EKS changes since October 2023. The specification still states a replacement. */
const CHANGEABLE = ['SecurityGroupIds', 'SubnetIds'];

export const eksClusterNetwork: TransitionRule = {
  id: 'eks-cluster-network',
  description: 'EKS changes the subnets and security groups of a control plane in place, and rejects subnets of other Availability Zones',
  sources: [
    'https://docs.aws.amazon.com/eks/latest/eksctl/cluster-subnets-security-groups.html',
    'https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateClusterConfig.html',
    'https://github.com/aws/containers-roadmap/issues/2330',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const { id, before, after } of context.changed(NETWORK, 'AWS::EKS::Cluster')) {
      const [old, next] = [before.properties[NETWORK], after.properties[NETWORK]];
      if (!isPlainObject(old) || !isPlainObject(next)) continue;
      const names = CHANGEABLE.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(next[name]));
      if (names.length === 0) continue;
      const text = `${names.join(', ')}: EKS changes the network interfaces of the control plane; it rejects subnets in zones without a subnet at its creation`;
      yield { resource: id, class: 'in-place', properties: [NETWORK], text };
    }
  },
};
