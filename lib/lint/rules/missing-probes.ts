import { at } from '../../manifests/values';
import type { Rule } from '../rule';
import { LONG_RUNNING, portsOf } from '../workload';

export const missingProbes: Rule = {
  id: 'missing-probes',
  severity: 'info',
  description: 'Container that receives traffic has no readiness or liveness probe',
  fix: 'Add probes. Without them traffic reaches pods that are not ready, and pods that hang are not restarted',
  *check({ workloads }) {
    for (const { object, kind, containers } of workloads) {
      if (!LONG_RUNNING.includes(kind)) continue;
      // A pod is ready when all of its containers with a readiness probe are ready, so an exporter next to a server needs no probe.
      const hasReadinessProbe = containers.some(({ isInit, value }) => !isInit && at(value, 'readinessProbe') !== undefined);
      for (const container of containers) {
        if (container.isInit || portsOf([container]).length === 0) continue;
        for (const probe of hasReadinessProbe ? ['livenessProbe'] : ['readinessProbe', 'livenessProbe']) {
          if (at(container.value, probe) === undefined) yield { object, path: [...container.path, probe], expected: 'a probe' };
        }
      }
    }
  },
};
