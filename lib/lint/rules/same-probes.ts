import { at } from '../../manifests/values';
import type { Rule } from '../rule';

export const sameProbes: Rule = {
  id: 'same-probes',
  severity: 'warning',
  set: 'reliability',
  description: 'Liveness and readiness probes are the same',
  fix: 'Let the liveness probe fail later than the readiness probe, or check less. Otherwise an overloaded container is restarted instead of relieved',
  citation: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
  *check({ workloads }) {
    for (const { object, containers } of workloads) {
      for (const { value, path } of containers) {
        const [liveness, readiness] = [at(value, 'livenessProbe'), at(value, 'readinessProbe')];
        if (liveness === undefined || JSON.stringify(liveness) !== JSON.stringify(readiness)) continue;
        yield { object, path: [...path, 'livenessProbe'], received: 'the readiness probe', expected: 'a probe that fails later' };
      }
    }
  },
};
