import { lengthOf, stringsIn } from '../field-checks';
import type { Rule } from '../rule';

export const externalIps: Rule = {
  id: 'external-ips',
  severity: 'warning',
  set: 'security',
  description: 'Service receives traffic to addresses that the cluster does not own',
  fix: 'Use a Service of the type LoadBalancer, or a Gateway. externalIPs intercept traffic to any address (CVE-2020-8554)',
  citation: 'https://github.com/kubernetes/kubernetes/issues/97076',
  *check({ ofKind }) {
    for (const object of ofKind('Service')) {
      if (lengthOf(object.raw, 'spec', 'externalIPs') === 0) continue;
      const received = stringsIn(object.raw, 'spec', 'externalIPs').join(', ');
      yield { object, path: ['spec', 'externalIPs'], received, expected: 'no value' };
    }
  },
};
