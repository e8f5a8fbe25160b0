import { itemsOf } from '../../manifests/values';
import { apiSource } from '../api-source';
import type { Rule } from '../rule';
import { tolerationViolations } from '../tolerations';

export const invalidToleration: Rule = {
  id: 'invalid-toleration',
  severity: 'error',
  description: 'Toleration is invalid',
  fix: 'Use Exists without a value, Equal with a key, and tolerationSeconds with NoExecute only',
  citation: apiSource('core'),
  *check({ workloads }) {
    for (const { object, pod } of workloads) {
      for (const toleration of itemsOf(pod, 'tolerations')) yield* tolerationViolations(object, toleration);
    }
  },
};
