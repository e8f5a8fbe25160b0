import { shown } from '../../core/problems';
import { itemsOf, stringAt } from '../../manifests/values';
import type { Rule } from '../rule';

/** Environment variable contains a secret in plain text. */
export const plainSecret: Rule = {
  id: 'plain-secret',
  severity: 'warning',
  set: 'security',
  description: 'Environment variable contains a secret in plain text',
  fix: 'Use valueFrom.secretKeyRef, or mount the Secret as a file',
  citation: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
  *check({ workloads }) {
    for (const { object, containers } of workloads) {
      for (const container of containers) {
        for (const { value, path } of itemsOf(container, 'env')) {
          const [name = '', text = ''] = [stringAt(value, 'name'), stringAt(value, 'value')];
          // A reference to another variable, or a file, is no secret.
          if (!SECRET.test(name) || PLACE.test(name) || text === '' || text.includes('$(') || text.startsWith('/')) continue;
          yield { object, path: [...path, 'value'], received: `a value of ${shown(name)}`, expected: 'valueFrom.secretKeyRef' };
        }
      }
    }
  },
};

const SECRET = /(?:^|_)(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS)(?:_|$)/i;

/** Names of variables that say where a secret is, or how it is used. */
const PLACE = /_(?:FILE|PATH|NAME|URL|URI|ENABLED|TTL|LENGTH|EXPIRY|EXPIRATION|ISSUER|HEADER)$/i;
