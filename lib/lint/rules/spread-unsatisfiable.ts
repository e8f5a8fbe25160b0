import { itemsOf, numberAt, stringAt } from '../../manifests/values';
import { domainsOf } from '../placement';
import type { Rule } from '../rule';

export const spreadUnsatisfiable: Rule = {
  id: 'spread-unsatisfiable',
  severity: 'error',
  description: 'Topology spread constraint requires more domains than exist',
  fix: 'Lower minDomains, or set whenUnsatisfiable: ScheduleAnyway',
  *check({ workloads, cluster }) {
    for (const { object, pod } of workloads) {
      for (const { value, path } of itemsOf(pod, 'topologySpreadConstraints')) {
        const places = domainsOf(stringAt(value, 'topologyKey') ?? '', cluster);
        const least = numberAt(value, 'minDomains');
        if (places === undefined || least === undefined || least <= places) continue;
        yield {
          object,
          path: [...path, 'minDomains'],
          received: String(least),
          expected: `at most ${places}, which is the number of domains`,
        };
      }
    }
  },
};
