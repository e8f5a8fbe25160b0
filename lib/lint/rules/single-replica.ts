import { replicasByWorkload } from '../autoscaler';
import type { Rule } from '../rule';

export const singleReplica: Rule = {
  id: 'single-replica',
  severity: 'warning',
  set: 'reliability',
  description: 'Workload has one replica',
  fix: 'Set at least two replicas. One is unavailable while its node fails or is upgraded',
  citation: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  *check(context) {
    for (const [{ object, kind }, { min }] of replicasByWorkload(context)) {
      if (min !== 1 || !['Deployment', 'StatefulSet'].includes(kind)) continue;
      yield { object, path: ['spec', 'replicas'], received: '1', expected: 'at least 2' };
    }
  },
};
