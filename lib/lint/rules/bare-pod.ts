import { lengthOf } from '../field-checks';
import type { Rule } from '../rule';

export const barePod: Rule = {
  id: 'bare-pod',
  severity: 'warning',
  set: 'reliability',
  description: 'Pod has no controller that replaces it',
  fix: 'Use a Deployment, StatefulSet or Job: a pod is not created again after the failure of its node',
  citation: 'https://kubernetes.io/docs/concepts/workloads/pods/#working-with-pods',
  *check({ ofKind }) {
    for (const object of ofKind('Pod')) {
      if (lengthOf(object.raw, 'metadata', 'ownerReferences') > 0) continue;
      yield { object, path: [], received: 'a Pod without a controller', expected: 'a Deployment, StatefulSet or Job' };
    }
  },
};
