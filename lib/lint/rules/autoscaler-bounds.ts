import { itemsAt, numberAt } from '../../manifests/values';
import { autoscalers } from '../autoscaler';
import type { Rule } from '../rule';

export const autoscalerBounds: Rule = {
  id: 'autoscaler-bounds',
  severity: 'error',
  description: 'Autoscaler has a minimum above its maximum, or one that its triggers or idle replicas do not allow',
  fix: 'Set the minimum to at most the maximum, and to at least 1 if only CPU and memory trigger the scaling',
  citation: 'https://github.com/kedacore/keda/blob/v2.20.2/apis/keda/v1alpha1/scaledobject_webhook.go',
  *check(context) {
    for (const { object, min, max, minPath } of autoscalers(context)) {
      if (min > max) yield { object, path: minPath, received: String(min), expected: `at most the maximum, which is ${max}` };
      if (object.kind !== 'ScaledObject') continue;
      const idle = numberAt(object.raw, 'spec', 'idleReplicaCount');
      const least = numberAt(object.raw, 'spec', 'minReplicaCount') === 0 ? 1 : min;
      if (idle !== undefined && idle >= least)
        yield {
          object,
          path: ['spec', 'idleReplicaCount'],
          received: String(idle),
          expected: `fewer than minReplicaCount, which is ${min}`,
        };
      const triggers = itemsAt(object.raw, 'spec', 'triggers').map(({ value }) => value.type);
      if (min === 0 && triggers.length > 0 && triggers.every((type) => type === 'cpu' || type === 'memory'))
        yield {
          object,
          path: minPath,
          received: '0',
          expected: 'at least 1, because triggers of CPU and memory cannot start the first pod',
        };
    }
  },
};
