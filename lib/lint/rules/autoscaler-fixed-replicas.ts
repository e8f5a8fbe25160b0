import { scaled } from '../autoscaler';
import { objectText } from '../finding';
import type { Rule } from '../rule';

export const autoscalerFixedReplicas: Rule = {
  id: 'autoscaler-fixed-replicas',
  severity: 'error',
  description: 'a fixed number of replicas beside an autoscaler',
  fix: 'remove spec.replicas: each apply would undo what the autoscaler has set',
  *check(context) {
    for (const [{ object: autoscaler }, { object, replicas }] of scaled(context)) {
      if (replicas === undefined) continue;
      yield { object, path: ['spec', 'replicas'], received: String(replicas), expected: `no number: ${objectText(autoscaler)} sets it` };
    }
  },
};
