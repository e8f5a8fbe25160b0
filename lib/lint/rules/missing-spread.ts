import { at, objectAt } from '../../manifests/values';
import { lengthOf } from '../field-checks';
import type { Rule } from '../rule';

export const missingSpread: Rule = {
  id: 'missing-spread',
  severity: 'warning',
  set: 'reliability',
  description: 'All replicas may run on one node',
  fix: 'Set topologySpreadConstraints or podAntiAffinity, so that the failure of a node leaves replicas',
  citation: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
  *check({ workloads }) {
    for (const { object, kind, pod, replicas = 1 } of workloads) {
      if (!['Deployment', 'StatefulSet'].includes(kind) || replicas < 2) continue;
      const isSpread = lengthOf(pod.value, 'topologySpreadConstraints') > 0;
      const antiAffinity = objectAt(pod.value, 'affinity', 'podAntiAffinity');
      const isApart = Object.values(antiAffinity).some((terms) => Array.isArray(terms) && terms.length > 0);
      if (isSpread || isApart || at(pod.value, 'nodeName') !== undefined) continue;
      yield { object, path: [...pod.path, 'topologySpreadConstraints'], expected: `a constraint for the ${replicas} replicas` };
    }
  },
};
