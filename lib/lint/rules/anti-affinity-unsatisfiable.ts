import { matches, selectorOf } from '../../manifests/selector';
import { at, itemsOf, stringAt } from '../../manifests/values';
import { replicasByWorkload } from '../autoscaler';
import { domainsOf, surgeOf } from '../placement';
import type { Rule } from '../rule';

export const antiAffinityUnsatisfiable: Rule = {
  id: 'anti-affinity-unsatisfiable',
  severity: 'error',
  description: 'Required pod anti-affinity cannot be satisfied by the number of zones',
  fix: 'Use topologySpreadConstraints for zones, or use kubernetes.io/hostname as the topology key',
  *check(context) {
    for (const [{ object, pod, podLabels }, { max }] of replicasByWorkload(context)) {
      for (const { value, path } of itemsOf(pod, 'affinity', 'podAntiAffinity', 'requiredDuringSchedulingIgnoredDuringExecution')) {
        const places = domainsOf(stringAt(value, 'topologyKey') ?? '', context.cluster);
        const selector = selectorOf(at(value, 'labelSelector'));
        if (places === undefined || selector === undefined || !matches(selector, podLabels)) continue;
        const pods = max + surgeOf(object, max);
        if (pods <= places) continue;
        const rolling = pods === max ? '' : ', one more during a rollout';
        yield {
          object,
          path: [...path, 'topologyKey'],
          received: `a rule of one pod per zone for ${max} pods${rolling}`,
          expected: `at most ${places} pods, because there are ${context.cluster.zones} zones`,
        };
      }
    }
  },
};
