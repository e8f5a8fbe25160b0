import { probePorts } from '../probes';
import type { Rule } from '../rule';
import { undeclaredTargets } from '../service-targets';
import { portsOf } from '../workload';

/** Such a port may work: "not specifying a port here does not prevent that port from being exposed" (Kubernetes API, Container.ports). */
export const undeclaredPort: Rule = {
  id: 'undeclared-port',
  severity: 'warning',
  description: 'Probe or Service uses a port number that its containers do not declare',
  fix: 'Declare the port, or use a declared one',
  *check(context) {
    for (const { target, violation } of undeclaredTargets(context)) if (typeof target === 'number') yield violation;
    for (const { object, container, port, path } of probePorts(context)) {
      const numbers = portsOf([container]).map(({ number }) => number);
      if (typeof port !== 'number' || numbers.length === 0 || numbers.includes(port)) continue;
      yield { object, path, received: String(port), expected: `a port of the container: ${numbers.join(', ')}` };
    }
  },
};
