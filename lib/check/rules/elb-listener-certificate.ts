import { LISTENER } from '../elb';
import type { Rule } from '../rule';
import { isAbsent, listAt, stringAt } from '../values';

export const elbListenerCertificate: Rule = {
  id: 'elb-listener-certificate',
  severity: 'error',
  description: 'Listener for HTTPS or TLS has no certificate',
  fix: 'Set Certificates of the listener to exactly one certificate',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html',
  *check(context) {
    for (const listener of context.ofType(LISTENER)) {
      const protocol = stringAt(listener.properties, 'Protocol');
      if (protocol !== 'HTTPS' && protocol !== 'TLS') continue;
      const certificates = listAt(listener.properties, 'Certificates');
      if (isAbsent(listener.properties, 'Certificates') || (Array.isArray(certificates) && certificates.length === 0))
        yield { resource: listener, path: 'Properties.Certificates', expected: `one certificate, because the protocol is ${protocol}` };
    }
  },
};
