import { shown } from '../../core/problems';
import { probePorts } from '../probes';
import type { Rule } from '../rule';
import { portsOf } from '../workload';

export const probePort: Rule = {
  id: 'probe-port',
  severity: 'error',
  description: 'a probe or hook of a port name that its container does not have',
  fix: 'name a port of the container, or write its number',
  *check(context) {
    for (const { object, container, port, path } of probePorts(context)) {
      const names = portsOf([container]).flatMap(({ name }) => name ?? []);
      if (typeof port === 'number' || names.includes(port)) continue;
      yield {
        object,
        path,
        received: shown(port),
        expected: names.length > 0 ? `one of ${names.join(', ')}` : 'a number: the container names no port',
      };
    }
  },
};
