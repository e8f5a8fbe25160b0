import type { Rule } from '../rule';
import { undeclaredTargets } from '../service-targets';

export const servicePort: Rule = {
  id: 'service-port',
  severity: 'error',
  description: 'Service targets a port name that its pods do not have',
  fix: 'Set targetPort to a port of the containers, by name or number',
  *check(context) {
    for (const { target, violation } of undeclaredTargets(context)) if (typeof target === 'string') yield violation;
  },
};
