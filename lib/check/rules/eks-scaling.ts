import type { Rule } from '../rule';
import { numberAt } from '../values';

export const eksScaling: Rule = {
  id: 'eks-scaling',
  severity: 'error',
  description: 'Minimum, desired and maximum size of a node group contradict each other',
  fix: 'Set MinSize to at most DesiredSize, and DesiredSize to at most MaxSize',
  citation: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html',
  *check(context) {
    for (const group of context.ofType('AWS::EKS::Nodegroup')) {
      const [least, desired, most] = ['MinSize', 'DesiredSize', 'MaxSize'].map((name) => numberAt(group.properties, 'ScalingConfig', name));
      const path = 'Properties.ScalingConfig';
      if (typeof desired === 'number' && typeof least === 'number' && desired < least)
        yield { resource: group, path: `${path}.DesiredSize`, received: String(desired), expected: `at least ${least}, the MinSize` };
      else if (typeof desired === 'number' && typeof most === 'number' && desired > most)
        yield { resource: group, path: `${path}.DesiredSize`, received: String(desired), expected: `at most ${most}, the MaxSize` };
      else if (typeof least === 'number' && typeof most === 'number' && least > most)
        yield { resource: group, path: `${path}.MinSize`, received: String(least), expected: `at most ${most}, the MaxSize` };
    }
  },
};
