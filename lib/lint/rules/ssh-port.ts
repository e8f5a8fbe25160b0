import { itemsOf, numberAt, stringAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const sshPort: Rule = {
  id: 'ssh-port',
  severity: 'warning',
  set: 'security',
  description: 'Container exposes the SSH port',
  fix: 'Remove the SSH server. `kubectl exec` opens a shell, with the permissions and the audit log of the cluster',
  citation: 'https://docs.kubelinter.io/#/generated/checks',
  *check({ workloads }) {
    for (const { object, containers } of workloads) {
      for (const container of containers) {
        for (const { value, path } of itemsOf(container, 'ports')) {
          if (numberAt(value, 'containerPort') !== SSH || (stringAt(value, 'protocol') ?? 'TCP') !== 'TCP') continue;
          yield { object, path: [...path, 'containerPort'], received: String(SSH), expected: 'no SSH server in a container' };
        }
      }
    }
  },
};

const SSH = 22;
