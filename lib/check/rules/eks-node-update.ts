import { atMostOne, violationsOf } from '../requirements';
import type { Rule } from '../rule';

export const eksNodeUpdate: Rule = {
  id: 'eks-node-update',
  severity: 'error',
  description: 'Node group limits unavailable nodes as a number and as a percentage',
  fix: 'Keep MaxUnavailable or MaxUnavailablePercentage',
  citation: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupUpdateConfig.html',
  check: (context) =>
    violationsOf(context, 'AWS::EKS::Nodegroup', atMostOne('UpdateConfig.MaxUnavailable', 'UpdateConfig.MaxUnavailablePercentage')),
};
