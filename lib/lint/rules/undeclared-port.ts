import { probePorts } from '../probes';
import type { Rule } from '../rule';
import { portsOf } from '../workload';

/** Probe uses a port that its container does not declare. */
export const undeclaredPort: Rule = {
  id: 'undeclared-port',
  severity: 'warning',
  description: 'Probe uses a port that its container does not declare',
  fix: 'Declare the port, or probe a declared one',
  *check(context) {
    for (const { object, container, port, path } of probePorts(context)) {
      const numbers = portsOf([container]).map(({ number }) => number);
      if (typeof port !== 'number' || numbers.length === 0 || numbers.includes(port)) continue;
      yield { object, path, received: String(port), expected: `a port of the container: ${numbers.join(', ')}` };
    }
  },
};
