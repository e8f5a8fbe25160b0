import { objectAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const nodePoolWithoutLimits: Rule = {
  id: 'node-pool-without-limits',
  severity: 'warning',
  description: 'NodePool has no limits',
  fix: 'Set spec.limits for cpu and memory. They bound the number of nodes and their cost',
  *check({ ofKind }) {
    for (const object of ofKind('NodePool')) {
      if (object.group !== 'karpenter.sh' || Object.keys(objectAt(object.raw, 'spec', 'limits')).length > 0) continue;
      yield { object, path: ['spec', 'limits'], expected: 'limits for cpu and memory' };
    }
  },
};
