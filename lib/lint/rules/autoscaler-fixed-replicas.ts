import { scaled } from '../autoscaler';
import { objectText } from '../finding';
import type { Rule } from '../rule';

export const autoscalerFixedReplicas: Rule = {
  id: 'autoscaler-fixed-replicas',
  severity: 'warning',
  description: 'Workload sets spec.replicas although an autoscaler scales it',
  fix: 'Remove spec.replicas. Otherwise each apply reverts the replicas that the autoscaler has set',
  *check(context) {
    for (const [{ object: autoscaler }, { object, replicas }] of scaled(context)) {
      if (replicas === undefined) continue;
      yield {
        object,
        path: ['spec', 'replicas'],
        received: String(replicas),
        expected: `no value, because ${objectText(autoscaler)} sets it`,
      };
    }
  },
};
