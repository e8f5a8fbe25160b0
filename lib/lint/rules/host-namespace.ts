import { at, itemsOf, numberAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const hostNamespace: Rule = {
  id: 'host-namespace',
  severity: 'warning',
  description: 'Pod uses the network, process or IPC namespace of its node',
  fix: 'Remove hostNetwork, hostPID, hostIPC and hostPort, and use a Service',
  *check({ workloads }) {
    for (const { object, pod, containers } of workloads) {
      for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) {
        if (at(pod.value, field) === true) yield { object, path: [...pod.path, field], received: 'true', expected: 'false' };
      }
      for (const container of containers) {
        for (const { value, path } of itemsOf(container, 'ports')) {
          const port = numberAt(value, 'hostPort');
          if (port !== undefined && port !== 0) yield { object, path: [...path, 'hostPort'], received: String(port), expected: 'no value' };
        }
      }
    }
  },
};
