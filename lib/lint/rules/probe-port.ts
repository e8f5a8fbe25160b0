import { shown } from '../../core/problems';
import { probePorts } from '../probes';
import type { Rule } from '../rule';
import { portsOf } from '../workload';

export const probePort: Rule = {
  id: 'probe-port',
  severity: 'error',
  description: 'Probe or hook refers to a port name that its container does not have',
  fix: 'Name a port of the container, or use its number',
  *check(context) {
    for (const { object, container, port, path } of probePorts(context)) {
      const names = portsOf([container]).flatMap(({ name }) => name ?? []);
      if (typeof port === 'number' || names.includes(port)) continue;
      yield {
        object,
        path,
        received: shown(port),
        expected: names.length > 0 ? `one of ${names.join(', ')}` : 'a port number: the container has no named ports',
      };
    }
  },
};
