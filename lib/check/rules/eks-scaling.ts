import { ascending, violationsOf } from '../requirements';
import type { Rule } from '../rule';

export const eksScaling: Rule = {
  id: 'eks-scaling',
  severity: 'error',
  description: 'Minimum, desired and maximum size of a node group contradict each other',
  fix: 'Set MinSize to at most DesiredSize, and DesiredSize to at most MaxSize',
  citation: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html',
  check: (context) =>
    violationsOf(context, 'AWS::EKS::Nodegroup', ascending('ScalingConfig.MinSize', 'ScalingConfig.DesiredSize', 'ScalingConfig.MaxSize')),
};
