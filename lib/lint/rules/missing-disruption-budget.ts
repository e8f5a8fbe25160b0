import { replicasByWorkload } from '../autoscaler';
import { budgets } from '../disruption';
import type { Rule } from '../rule';

export const missingDisruptionBudget: Rule = {
  id: 'missing-disruption-budget',
  severity: 'warning',
  set: 'reliability',
  description: 'All replicas may be evicted at the same time',
  fix: 'Add a PodDisruptionBudget that selects the pods',
  citation: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  *check(context) {
    const covered = new Set(budgets(context).flatMap(({ workloads }) => workloads));
    for (const [workload, { min }] of replicasByWorkload(context)) {
      if (min < 2 || !['Deployment', 'StatefulSet'].includes(workload.kind) || covered.has(workload)) continue;
      yield { object: workload.object, path: [], received: `${min} replicas without a budget`, expected: 'a PodDisruptionBudget' };
    }
  },
};
