import { objectAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const nodePoolWithoutLimits: Rule = {
  id: 'node-pool-without-limits',
  severity: 'warning',
  description: 'a NodePool that may grow without end',
  fix: 'set spec.limits for cpu and memory: they are what bounds the bill',
  *check({ ofKind }) {
    for (const object of ofKind('NodePool')) {
      if (object.group !== 'karpenter.sh' || Object.keys(objectAt(object.raw, 'spec', 'limits')).length > 0) continue;
      yield { object, path: ['spec', 'limits'], expected: 'limits for cpu and memory' };
    }
  },
};
