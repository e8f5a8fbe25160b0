import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Properties of which EKS makes another node group. */
const REPLACING = ['InstanceTypes', 'AmiType', 'CapacityType', 'DiskSize', 'NodeRole', 'Subnets'];

/** Another instance type is another node group. */
export const eksNodegroup: TransitionRule = {
  id: 'eks-nodegroup',
  description: 'CloudFormation replaces a node group with other instance types: new nodes join first, then EKS drains the old ones',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-eks-nodegroup.html'],
  asOf: '2026-11-28',
  *judge(context) {
    for (const change of context.updated('AWS::EKS::Nodegroup')) {
      const names = REPLACING.filter((name) => changesProperty(change, name));
      if (names.length === 0) continue;
      const text = `${names.join(', ')}: a second node group is created, and the pods of the first are evicted within their disruption budgets`;
      yield { resource: change.id, class: 'replaced', properties: names, text };
    }
  },
};
